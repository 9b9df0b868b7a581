import { join } from 'node:path';
import type { ReplyMode } from './modes';
import { cpaId, parties, serverName } from './parties';
import type { PartnerPki } from './pki/makePki';
import { partnerFiles, writePartnerFile } from './pki/partnerFolder';
import { writeCpa } from './writeCpa';

/** All that is needed to send to the partner. Paths are absolute. */
export interface PartnerConnection {
	readonly url: string;
	/** The CPA. */
	readonly cpa: string;
	readonly cpaId: string;
	/** The OIN of the user's side, which is also its PartyId. */
	readonly us: string;
	readonly them: string;
	/** The certificate of the user's side with its chain, its key, and the root to trust: PEM. */
	readonly cert: string;
	readonly key: string;
	readonly trust: string;
}

const path = '/ebms';

/** The endpoint at a port of this computer. */
export function localEndpoint(port: number): string {
	return `https://${serverName}:${port}${path}`;
}

export function connectionIn(folder: string, url: string): PartnerConnection {
	return {
		url,
		cpa: join(folder, partnerFiles.cpa),
		cpaId,
		us: parties.us.oin,
		them: parties.them.oin,
		cert: join(folder, partnerFiles.us),
		key: join(folder, partnerFiles.usKey),
		trust: join(folder, partnerFiles.trust),
	};
}

/**
 * Writes the CPA and the connection.
 *
 * @throws Errors of the file system.
 */
export async function writeConnection(
	folder: string,
	reply: ReplyMode,
	pki: PartnerPki,
	connection: PartnerConnection,
	usEndpoint: string,
): Promise<void> {
	const cpa = writeCpa({
		syncReplyMode: reply === 'sync' ? 'mshSignalsOnly' : 'none',
		themEndpoint: connection.url,
		usEndpoint,
		us: pki.us,
		them: pki.them,
	});
	await writePartnerFile(folder, partnerFiles.cpa, cpa);
	await writePartnerFile(folder, partnerFiles.connection, `${JSON.stringify(connection, null, 2)}\n`);
}
