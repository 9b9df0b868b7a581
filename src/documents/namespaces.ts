/** The namespaces that StUF messages of the case sector use. */
export const namespaces = {
	zkn: 'http://www.egem.nl/StUF/sector/zkn/0310',
	bg: 'http://www.egem.nl/StUF/sector/bg/0310',
	stuf: 'http://www.egem.nl/StUF/StUF0301',
	xsi: 'http://www.w3.org/2001/XMLSchema-instance',
	soap11: 'http://schemas.xmlsoap.org/soap/envelope/',
	soap12: 'http://www.w3.org/2003/05/soap-envelope',
} as const;
