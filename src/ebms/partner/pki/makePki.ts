import { generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { parties, serverName, type Party } from '../parties';
import { issueCertificate, type Issuer, type NameParts } from './issueCertificate';

/** All certificates and keys of a partner, as PEM. A chain begins with the certificate of the party and ends before the root. */
export interface PartnerPki {
	/** The root that both parties trust. */
	readonly trust: string;
	/** Ourselves: the user's side. */
	readonly us: string;
	readonly usKey: string;
	/** The partner. */
	readonly them: string;
	readonly themKey: string;
	/** For the key of the partner too: no longer valid. */
	readonly expired: string;
	/** For the key of the partner too: of a server with another name. */
	readonly wrongHost: string;
	/** For the key of the partner too: under {@link strangeRoot}. */
	readonly unknownCa: string;
	/** A root that nobody trusts. */
	readonly strangeRoot: string;
}

const day = 86_400_000;

/** What PKIoverheid gives by default in its TRIAL hierarchy. */
const validDays = 397;

/**
 * Makes a hierarchy of four layers as PKIoverheid G4 has it, under names of TRIAL, and the certificates of two parties. Takes some
 * seconds: RSA keys are slow to make. The keys of the CAs are forgotten at once, so that nothing more can be issued under a root that
 * somebody trusts.
 */
export async function makePki(now: Date): Promise<PartnerPki> {
	const [rootKey, intermediateKey, tspKey, strangeKey, usKey, themKey] = await Promise.all(
		Array.from({ length: 6 }, makeKey),
	);
	if (!rootKey || !intermediateKey || !tspKey || !strangeKey || !usKey || !themKey) {
		throw new Error('There are fewer keys than were made');
	}
	const root = { name: caName(state, 'G4 Root Priv G-TLS - 2024'), privateKey: rootKey };
	const intermediate = { name: caName(state, 'G4 Intm Priv G-TLS SYS - 2024'), privateKey: intermediateKey };
	const tsp = { name: caName(trustService, 'G4 PKIo Priv G-TLS SYS - 2025'), privateKey: tspKey };
	const strange = { name: caName(stranger, 'Root'), privateKey: strangeKey };

	const moment = (days: number): Date => new Date(now.getTime() + days * day);
	const authority = (issuer: Issuer, subject: Issuer): Promise<string> =>
		issue(issuer, {
			...subject,
			notBefore: moment(-2 * validDays),
			notAfter: moment(10 * 365),
			hostNames: null,
		});
	const organisation = (issuer: Issuer, party: Party, privateKey: KeyObject, other: Partial<Validity> = {}) =>
		issue(issuer, {
			name: organisationName(party),
			privateKey,
			// An hour ago, for clocks that are not quite equal.
			notBefore: other.notBefore ?? moment(-1 / 24),
			notAfter: other.notAfter ?? moment(validDays),
			hostNames: [other.hostName ?? serverName],
		});

	const { us, them } = parties;
	const issuers = (await Promise.all([authority(intermediate, tsp), authority(root, intermediate)])).join('');
	return {
		trust: await authority(root, root),
		us: (await organisation(tsp, us, usKey)) + issuers,
		usKey: keyPem(usKey),
		them: (await organisation(tsp, them, themKey)) + issuers,
		themKey: keyPem(themKey),
		expired:
			(await organisation(tsp, them, themKey, { notBefore: moment(-validDays), notAfter: moment(-1) })) +
			issuers,
		wrongHost: (await organisation(tsp, them, themKey, { hostName: 'msh.voorbeeld.example' })) + issuers,
		unknownCa: await organisation(strange, them, themKey),
		strangeRoot: await authority(strange, strange),
	};
}

interface Validity {
	readonly notBefore: Date;
	readonly notAfter: Date;
	readonly hostName: string;
}

async function makeKey(): Promise<KeyObject> {
	const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 3072 });
	return privateKey;
}

async function issue(...args: Parameters<typeof issueCertificate>): Promise<string> {
	const lines =
		Buffer.from(await issueCertificate(...args))
			.toString('base64')
			.match(/.{1,64}/g) ?? [];
	return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

function keyPem(key: KeyObject): string {
	return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}

interface CaOwner {
	readonly organisation: string;
	/** What its names begin with. */
	readonly prefix: string;
}

const state: CaOwner = {
	organisation: 'TRIAL PKIoverheid - not for Production use',
	prefix: 'TRIAL PKIoverheid',
};
const trustService: CaOwner = { organisation: 'TRIAL Oefen-TSP', prefix: 'TRIAL Oefen-TSP' };
const stranger: CaOwner = { organisation: 'TRIAL Onbekende CA', prefix: 'TRIAL Onbekende CA' };

function caName({ organisation, prefix }: CaOwner, layer: string): NameParts {
	return [
		['C', 'NL'],
		['O', organisation],
		['CN', `${prefix} - ${layer}`],
	];
}

/** In G4 the CN is the name of the organisation too. */
function organisationName({ certificateName, oin, registration }: Party): NameParts {
	return [
		['C', 'NL'],
		['O', certificateName],
		['organizationIdentifier', registration],
		['serialNumber', oin],
		['CN', certificateName],
	];
}
