/** The views, in the order of Tab; each is reached by its own digit. */
export const views = [
	{name: 'overview', digit: '1', title: 'view.overview', label: 'key.view.overview'},
	{name: 'log', digit: '5', title: 'view.log', label: 'key.view.log'},
] as const;

export type ViewName = (typeof views)[number]['name'];

export const viewNames: readonly ViewName[] = views.map(({name}) => name);
