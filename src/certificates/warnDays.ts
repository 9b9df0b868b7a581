/** Days before the end of a certificate from which on there is a warning: what may be asked, and what counts unless it is. As in package.json. */
export const warnDays = { least: 0, usual: 60, most: 1000 } as const;
