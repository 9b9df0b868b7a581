/** The command of the check of a web service. */
export type WusCommandId = 'lopendeZaken.checkWus';
