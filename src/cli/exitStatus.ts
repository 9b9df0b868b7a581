/** What the command line tells its caller by its exit status. */
export const exitStatus = {
	/** Nothing wrong. */
	ok: 0,
	/** Errors were found. Warnings and remarks do not count. */
	errorsFound: 1,
	/** Wrong usage, a named file or folder that cannot be read, or a fault of the program itself. */
	unusable: 2,
	/** Stopped with Ctrl-C (128 + SIGINT, as shells count). */
	interrupted: 130,
} as const;

export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];
