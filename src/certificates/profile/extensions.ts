import { fault, type Check } from './judged';

export const damagedExtensions: Check = ({ certificate: { damagedExtensions: extensions } }) =>
	extensions.length === 0 ? [] : [fault('certificate.extension-damaged', { extensions })];

/** "A certificate MUST NOT include more than one instance of a particular extension" (RFC 5280 §4.2). */
export const repeatedExtensions: Check = ({ certificate }) => {
	const oids = certificate.extensions.map(({ oid }) => oid);
	const extensions = [...new Set(oids.filter((oid, index) => oids.indexOf(oid) < index))];
	return extensions.length === 0 ? [] : [fault('certificate.extension-repeated', { extensions })];
};

/** What software for certificates has to know (RFC 5280 §4.2, §6.1), and where to look for revocation. */
const knownByAll: ReadonlySet<string> = new Set([
	'2.5.29.15',
	'2.5.29.17',
	'2.5.29.19',
	'2.5.29.30',
	'2.5.29.31',
	'2.5.29.32',
	'2.5.29.33',
	'2.5.29.36',
	'2.5.29.37',
	'2.5.29.54',
]);

export const strangeCriticalExtensions: Check = ({ certificate }) => {
	const extensions = certificate.extensions
		.filter(({ oid, critical }) => critical && !knownByAll.has(oid))
		.map(({ oid }) => oid);
	return extensions.length === 0 ? [] : [fault('certificate.extension-critical', { extensions })];
};
