import type { HttpRequest } from '../transport/sendRequest';
import type { TrustAnchor } from '../trust/trustAnchor';

/** Where a Ping gets its secrets from: paths and names, never what stands there. */
export interface CurlSources {
	/** Of the client certificate; `null` without one. */
	readonly certificate: string | null;
	/** Of its key; `null` when it stands in the same file. */
	readonly key: string | null;
	readonly isPkcs12: boolean;
	/** The environment variable with the passphrase; `null` when there is none. */
	readonly passphraseVariable: string | null;
	readonly trust: readonly CurlTrust[];
	/** `http://HOST:PORT`, without name and password; `null` without a proxy. */
	readonly proxy: string | null;
	/** Seconds. */
	readonly timeout: number;
}

/** A file with roots to trust. */
export interface CurlTrust {
	readonly file: string;
	/** Not PEM, which is all that curl takes. */
	readonly isDer: boolean;
}

/** The files that hold what is trusted; of the fetched ones of PKIoverheid only those of the roots. */
export function curlTrustOf(trust: readonly TrustAnchor[]): readonly CurlTrust[] {
	const files = trust
		.filter(
			({ origin, certificate: { subject, issuer } }) =>
				origin !== 'pkioverheid' || subject.text === issuer.text,
		)
		.map(({ file, isDer }): [string, CurlTrust] => [file, { file, isDer }]);
	return [...new Map(files).values()];
}

/** Headers that curl makes itself. */
const curlHeaders: ReadonlySet<string> = new Set(['host', 'content-length', 'connection']);

/** The same request as a command for a POSIX shell with curl, to try it elsewhere or to show it to the other side. */
export function curlCommand(request: HttpRequest, sources: CurlSources): string {
	const { certificate, key, trust, passphraseVariable, proxy } = sources;
	const lines = [
		`curl --include --silent --show-error --max-time ${sources.timeout}`,
		...(request.url.startsWith('https:') ? ['--tlsv1.2'] : []),
		...(certificate === null ? [] : [`--cert ${quoted(certificate)}`]),
		...(certificate !== null && sources.isPkcs12 ? ['--cert-type P12'] : []),
		...(key === null ? [] : [`--key ${quoted(key)}`]),
		...(certificate === null || passphraseVariable === null ? [] : [`--pass "$${passphraseVariable}"`]),
		...trustOption(trust),
		...(proxy === null ? [] : [`--proxy ${quoted(proxy)} --proxytunnel`]),
		...Object.entries(request.headers)
			.filter(([name]) => !curlHeaders.has(name))
			.map(([name, value]) => `--header ${quoted(`${name}: ${value}`)}`),
		...(request.method === 'POST' ? [`--data-binary ${quoted(request.body)}`] : []),
		quoted(request.url),
	];
	return lines.join(' \\\n  ');
}

/** curl takes one file only, in PEM. */
function trustOption(trust: readonly CurlTrust[]): readonly string[] {
	const [first, second] = trust;
	if (first === undefined) {
		return [];
	}
	if (second === undefined && !first.isDer) {
		return [`--cacert ${quoted(first.file)}`];
	}
	const pem = trust.filter(({ isDer }) => !isDer).map(({ file }) => quoted(file));
	const parts = [
		...(pem.length === 0 ? [] : [`cat ${pem.join(' ')}`]),
		...trust.filter(({ isDer }) => isDer).map(({ file }) => `openssl x509 -inform der -in ${quoted(file)}`),
	];
	return [`--cacert <(${parts.join('; ')})`];
}

function quoted(value: string): string {
	return /^[\w./:@%+=-]+$/.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`;
}
