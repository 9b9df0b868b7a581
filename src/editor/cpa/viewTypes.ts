/** The web views about CPAs, by which VS Code brings them back when it starts. */
export const viewTypes = { cpa: 'lopendeZaken.cpa', comparison: 'lopendeZaken.comparison' } as const;
