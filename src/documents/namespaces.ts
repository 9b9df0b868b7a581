/** The namespaces of the documents that we know. */
export const namespaces = {
	zkn: 'http://www.egem.nl/StUF/sector/zkn/0310',
	bg: 'http://www.egem.nl/StUF/sector/bg/0310',
	stuf: 'http://www.egem.nl/StUF/StUF0301',
	xsi: 'http://www.w3.org/2001/XMLSchema-instance',
	soap11: 'http://schemas.xmlsoap.org/soap/envelope/',
	soap12: 'http://www.w3.org/2003/05/soap-envelope',
	/** CPP and CPA 2.0. */
	cppa: 'http://www.oasis-open.org/committees/ebxml-cppa/schema/cpp-cpa-2_0.xsd',
	/** What ebMS 2.0 puts in a SOAP message. */
	eb: 'http://www.oasis-open.org/committees/ebxml-msg/schema/msg-header-2_0.xsd',
	xmldsig: 'http://www.w3.org/2000/09/xmldsig#',
	xlink: 'http://www.w3.org/1999/xlink',
} as const;
