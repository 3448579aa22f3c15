/** The views, in the order of Tab; each is reached by its own digit. */
export const views = [
	{name: 'overview', digit: '1', title: 'view.overview', label: 'key.view.overview'},
	{name: 'queues', digit: '2', title: 'view.queues', label: 'key.view.queues'},
	{name: 'calls', digit: '3', title: 'view.calls', label: 'key.view.calls'},
	{name: 'agents', digit: '4', title: 'view.agents', label: 'key.view.agents'},
	{name: 'log', digit: '5', title: 'view.log', label: 'key.view.log'},
	{name: 'statistics', digit: '6', title: 'view.statistics', label: 'key.view.statistics'},
	{name: 'lost', digit: '7', title: 'view.lost', label: 'key.view.lost'},
] as const;

export type ViewName = (typeof views)[number]['name'];

export const viewNames: readonly ViewName[] = views.map(({name}) => name);
