import { homedir } from 'node:os';
import { join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where this machine keeps the CA certificates of PKIoverheid that were downloaded: one place for editor and command line. */
export function authorityFolder(env: Environment, platform: NodeJS.Platform = process.platform): string {
	const home = env['HOME'] ?? homedir();
	const xdg = env['XDG_DATA_HOME'] ?? '';
	const data: Partial<Record<NodeJS.Platform, string>> = {
		win32: env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'),
		darwin: join(home, 'Library', 'Application Support'),
	};
	const base = data[platform] ?? (xdg === '' ? join(home, '.local', 'share') : xdg);
	return join(base, 'lopende-zaken', 'pkioverheid');
}
