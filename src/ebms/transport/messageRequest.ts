import type { Endpoint } from './endpoint';
import type { HttpRequest } from './sendRequest';

/** The request that brings a message of ebMS without attachments to an endpoint. */
export function messageRequest({ url }: Endpoint, body: string): HttpRequest {
	return {
		method: 'POST',
		url: url.href,
		headers: {
			host: url.host,
			'content-type': 'text/xml; charset=UTF-8',
			'content-length': String(Buffer.byteLength(body)),
			// With its quotes: Koppelvlakstandaard ebMS2 3.3.2 ch. 5.
			soapaction: '"ebXML"',
			connection: 'close',
		},
		body,
	};
}
