import { readFileSync } from 'node:fs';
import { request, type Agent, type RequestOptions } from 'node:https';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buffer } from 'node:stream/consumers';
import { documentCheck } from '../../../../src/ebms/partner/documentCheck';
import { readContainer } from '../../../../src/certificates/containers/readContainer';
import { readCpa } from '../../../../src/documents/cpa/readCpa';
import { pingTargetFromCpa } from '../../../../src/ebms/cpaConnection';
import type { Certificate } from '../../../../src/certificates/certificate';
import type { PingTarget } from '../../../../src/ebms/connection';
import { readIdentity } from '../../../../src/ebms/credentials/readIdentity';
import type { CheckDocument } from '../../../../src/ebms/partner/checkDocument';
import type { PartnerEntry } from '../../../../src/ebms/partner/entry';
import type { PartnerConnection } from '../../../../src/ebms/partner/partnerConnection';
import { startPartner, type Partner, type PartnerOptions } from '../../../../src/ebms/partner/startPartner';
import type { PingRequest } from '../../../../src/ebms/ping/pingRequest';
import { createLibxmlEngine } from '../../../../src/schema/libxmlEngine';
import { createChecker } from '../../../../src/validation/checker';
import { parseXml } from '../../../../src/xml/parse';
import { runFolder } from '../../certificates/pki/runFolder';
import { anchor } from '../pingTesting';

/** A partner of a test, with what came in. */
export interface Practice extends AsyncDisposable {
	readonly partner: Partner;
	readonly connection: PartnerConnection;
	readonly entries: readonly PartnerEntry[];
	/** Waits until this many things have come in. */
	readonly arrived: (count: number) => Promise<void>;
	readonly faults: readonly unknown[];
}

/** The certificates are made once in a run: that takes seconds. */
export const partnerFolder = (): string => join(runFolder(), 'partner');

/** For tests that are not about the content of documents. */
export const nothingWrong: CheckDocument = () => Promise.resolve({ kind: 'zaakbericht', faults: [] });

/** Starts a partner on any free port. */
export async function practise(options: Partial<PartnerOptions> = {}): Promise<Practice> {
	const entries: PartnerEntry[] = [];
	const faults: unknown[] = [];
	const waiting: { readonly count: number; readonly done: () => void }[] = [];
	const partner = await startPartner({
		folder: partnerFolder(),
		port: 0,
		reply: 'sync',
		mode: 'normal',
		usEndpoint: null,
		check: nothingWrong,
		onEntry: (entry) => {
			entries.push(entry);
			for (const { count, done } of waiting) {
				if (entries.length >= count) {
					done();
				}
			}
		},
		onFault: (error) => {
			faults.push(error);
		},
		...options,
	});
	if ('problem' in partner) {
		throw new Error(JSON.stringify(partner.problem));
	}
	return {
		partner,
		connection: partner.connection,
		entries,
		arrived: (count) =>
			new Promise((done) => {
				waiting.push({ count, done });
				if (entries.length >= count) {
					done();
				}
			}),
		faults,
		[Symbol.asyncDispose]: () => partner.close(),
	};
}

/** A validator as the product has it, in this thread. */
export async function realCheck(): Promise<{ readonly check: CheckDocument } & Disposable> {
	const engine = await createLibxmlEngine();
	const bundled = fileURLToPath(new URL('../../../../schemas', import.meta.url));
	const checker = createChecker(engine, bundled, []);
	return {
		check: documentCheck({
			check: async (source, { maxFindings }) => ({
				status: 'checked',
				report: await checker.check(source, { maxFindings }),
			}),
		}),
		[Symbol.dispose]: () => {
			engine.dispose();
		},
	};
}

export function certificatesOf(file: string): readonly Certificate[] {
	const container = readContainer(readFileSync(file), {});
	return container.state === 'read' ? container.entries.map(({ certificate }) => certificate) : [];
}

/** Our own Ping over the connection that the partner wrote, read as the command `ping` does. */
export function pingRequest(connection: PartnerConnection, timeout = 10): PingRequest {
	const { root } = parseXml(readFileSync(connection.cpa, 'utf8'));
	if (root === undefined) {
		throw new Error('The CPA is empty');
	}
	const target = pingTargetFromCpa(readCpa(root), connection.us);
	if (target.kind === 'problem') {
		throw new Error(target.problem.kind);
	}
	return requestTo(target.target, connection, timeout);
}

function requestTo(target: PingTarget, connection: PartnerConnection, timeout: number): PingRequest {
	const trust = certificatesOf(connection.trust);
	return {
		target,
		sync: 'cpa',
		identity: readIdentity({
			certificate: readFileSync(connection.cert),
			key: readFileSync(connection.key),
			others: trust,
		}),
		trust: trust.map(anchor),
		proxy: null,
		listen: null,
		timeout,
	};
}

export interface RawResponse {
	readonly status: number;
	readonly headers: Readonly<Record<string, unknown>>;
	readonly body: string;
}

export interface RawRequest {
	readonly method?: string;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: string | Buffer;
	readonly agent?: Agent;
	/** Other files for the certificate and the key. */
	readonly cert?: string;
	readonly key?: string;
}

const ebmsHeaders = { 'content-type': 'text/xml; charset=UTF-8', soapaction: '"ebXML"' };

/** Sends any request with the certificate of the user's side. */
export async function post(connection: PartnerConnection, given: RawRequest): Promise<RawResponse> {
	const { method = 'POST', headers = {}, body = '', agent } = given;
	const options: RequestOptions = {
		method,
		cert: readFileSync(given.cert ?? connection.cert),
		key: readFileSync(given.key ?? connection.key),
		ca: readFileSync(connection.trust),
		headers: Object.fromEntries(
			Object.entries({ ...ebmsHeaders, ...headers, 'content-length': Buffer.byteLength(body) }).filter(
				([, value]) => value !== '',
			),
		),
		...(agent === undefined ? { agent: false } : { agent }),
	};
	return await new Promise((resolve, reject) => {
		const sending = request(connection.url, options, (response) => {
			buffer(response).then((bytes) => {
				resolve({
					status: response.statusCode ?? 0,
					headers: response.headers,
					body: bytes.toString('utf8'),
				});
			}, reject);
		});
		sending.on('error', reject);
		sending.end(body);
	});
}
