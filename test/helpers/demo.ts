/** The demo on a Friday morning with many calls, whatever time it is: what a test waits for comes, and comes again. */
export const demo = ['demo', '--seed', '7', '--from', '2026-11-20T10:30'] as const;

/** The same at noon, when callers are lost that nobody calls back. */
export const demoAtNoon = ['demo', '--seed', '7', '--from', '2026-11-20T12:40'] as const;
