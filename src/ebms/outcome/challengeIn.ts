/**
 * The ways to log in that a `WWW-Authenticate` or `Proxy-Authenticate` asks for (RFC 9110 §11.6.1), such as `Negotiate, NTLM`, without their
 * parameters; `null` when it asks for none.
 */
export function challengeIn(header: string | undefined): string | null {
	const withoutQuoted = (header ?? '').replace(/"(?:[^"\\]|\\.)*"/g, '""');
	const schemes = withoutQuoted
		.split(',')
		.map((part) => part.trim().split(/\s/)[0] ?? '')
		.filter((word) => /^[\w.!#$%&'*+^`|~-]+$/.test(word));
	return schemes.length === 0 ? null : [...new Set(schemes)].join(', ');
}
