import { basename } from 'node:path';
import { documentKinds } from '../documents/registry';
import type { BundledSchemaId } from '../schema/bundled';
import type { Translate } from '../text';
import type { DocumentReport } from '../validation/report';

/** The name of a kind of document for people. */
export function kindName(kind: DocumentReport['kind'], t: Translate): string {
	return documentKinds.find(({ id }) => id === kind)?.label(t) ?? t('Unknown document');
}

const bundled: Readonly<Record<BundledSchemaId, string>> = {
	'stuf-zkn-0310': 'StUF-ZKN 3.10',
	'stuf-0301': 'StUF 03.01',
	consumerspecificatie: 'Consumerspecificatie',
	'ping-opdracht': 'MessageMetadataDocument',
	cpa: 'CPA 2.0',
	ebms: 'ebMS 2.0',
};

/** Says which schema a document was held against, and that our own ones are not those of Logius. */
export function schemaName(schema: DocumentReport['schema'], t: Translate): string {
	if (schema === null) {
		return t('no schema');
	}
	const [origin, name] = [schema.slice(0, schema.indexOf(':')), schema.slice(schema.indexOf(':') + 1)];
	return origin === 'folder'
		? t('schema {0} from your schema folder', basename(name))
		: t('our own schema for {0}, not from Logius', bundled[name as BundledSchemaId]);
}
