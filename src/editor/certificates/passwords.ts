import type { SecretStorage, Uri } from 'vscode';

/** The passwords of certificate files that the user wants remembered; they are in the secret storage of VS Code only. */
export interface Passwords {
	readonly get: (file: Uri) => Promise<string | undefined>;
	readonly remember: (file: Uri, password: string) => Promise<void>;
	/** @returns How many there were. */
	readonly forgetAll: () => Promise<number>;
}

/** All passwords are one secret, so that they can be counted and forgotten together. */
const key = 'certificatePasswords';

export function createPasswords(secrets: SecretStorage): Passwords {
	const all = async (): Promise<Readonly<Record<string, string>>> => {
		const stored = await secrets.get(key);
		return stored === undefined ? {} : (JSON.parse(stored) as Readonly<Record<string, string>>);
	};
	return {
		get: async (file) => (await all())[file.toString()],
		remember: async (file, password) =>
			secrets.store(key, JSON.stringify({ ...(await all()), [file.toString()]: password })),
		forgetAll: async () => {
			const count = Object.keys(await all()).length;
			await secrets.delete(key);
			return count;
		},
	};
}
