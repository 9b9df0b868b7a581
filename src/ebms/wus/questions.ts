import { namespaces } from '../../documents/namespaces';
import type { Endpoint } from '../transport/endpoint';
import type { HttpRequest } from '../transport/sendRequest';

/**
 * What a web service is asked, in this order, to see whether it answers:
 * - `wsdl`: for its description, with a GET, which has no effects (RFC 9110 §9.2.1). Not every service gives it.
 * - `soap`: something that it cannot know.
 */
export const wusQuestions = ['wsdl', 'soap'] as const;

export type WusQuestion = (typeof wusQuestions)[number];

/** Nobody's: no service has elements of this namespace. */
const unknownNamespace = 'urn:uuid:9a1c2f0e-6b0d-4c55-8a0e-2f7d1f4b7c31';

/**
 * No service may act on it. It must refuse a header that it does not understand before it does anything (SOAP 1.1 §4.2.3), and for those
 * that look at that too late, the body asks for an operation that no service has. The names tell the reader of a log what it is.
 */
const envelope = `<?xml version="1.0" encoding="UTF-8"?>
<soap:Envelope xmlns:soap="${namespaces.soap11}" xmlns:c="${unknownNamespace}">
  <soap:Header>
    <c:Verbindingscontrole soap:mustUnderstand="1"/>
  </soap:Header>
  <soap:Body>
    <c:Verbindingscontrole/>
  </soap:Body>
</soap:Envelope>
`;

/** Makes the request for a question. The endpoint may be written with `?wsdl` behind it, or without. */
export function requestFor(question: WusQuestion, { url }: Endpoint): HttpRequest {
	const service = new URL(url);
	service.hash = '';
	const parameters = service.search
		.slice(1)
		.split('&')
		.filter((parameter) => parameter !== '' && !/^wsdl=?$/i.test(parameter));
	service.search = (question === 'wsdl' ? [...parameters, 'wsdl'] : parameters).join('&');
	const common = { host: service.host, connection: 'close' };
	return question === 'wsdl'
		? {
				method: 'GET',
				url: service.href,
				headers: { ...common, accept: 'text/xml, application/xml' },
				body: '',
			}
		: {
				method: 'POST',
				url: service.href,
				headers: {
					...common,
					'content-type': 'text/xml; charset=UTF-8',
					'content-length': String(Buffer.byteLength(envelope)),
					// Empty: what is meant is said by the URL (SOAP 1.1 §6.1.1).
					soapaction: '""',
				},
				body: envelope,
			};
}
