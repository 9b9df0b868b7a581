import type { Phrase } from '../onboarding/phrase';

/**
 * The commands that read a private key, use a password, open a connection, run a server or read what the settings of the workspace
 * name, each with what it does of these. They only run in a workspace that the user trusts: its files may come from anybody.
 */
export const trustReasons = {
	'lopendeZaken.sendPing': (t) => t('A Ping reads your private key and opens a connection.'),
	'lopendeZaken._pingAs': (t) => t('A Ping reads your private key and opens a connection.'),
	'lopendeZaken.checkWus': (t) =>
		t('The check of a web service reads your private key and opens a connection.'),
	'lopendeZaken.addConnection': (t) =>
		t('A new connection is made with your certificate and its private key.'),
	'lopendeZaken.chooseConnection': (t) => t('A Ping reads your private key and opens a connection.'),
	'lopendeZaken.startPartner': (t) => t('The local ebMS partner listens on a port of this computer.'),
	'lopendeZaken.inspectEndpoint': (t) => t('The certificate of an endpoint is read over a connection.'),
	'lopendeZaken.inspectConnection': (t) => t('The certificate of an endpoint is read over a connection.'),
	'lopendeZaken.fetchAuthorities': (t) => t('The certificates of PKIoverheid are downloaded.'),
	'lopendeZaken.chooseSchemaFolder': (t) =>
		t('Schema folders are read, and decide which documents are valid.'),
} as const satisfies Readonly<Record<string, Phrase>>;

/** A command that only runs in a trusted workspace; package.json disables it elsewhere (`enablement`). */
export type TrustedCommandId = keyof typeof trustReasons;
