import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SchemaSet } from './engine';

/** Ids of the schemas in `schemas/`; part of the command line contract as `bundled:ID`. */
export type BundledSchemaId =
	'stuf-zkn-0310' | 'stuf-0301' | 'consumerspecificatie' | 'ping-opdracht' | 'cpa' | 'ebms';

/** The files of each set in `schemas/`, the entry first. */
const files: Readonly<Record<BundledSchemaId, readonly [string, ...string[]]>> = {
	'stuf-zkn-0310': ['zkn0310.xsd', 'bg0310.xsd', 'stuf0301.xsd'],
	'stuf-0301': ['stuf0301.xsd'],
	consumerspecificatie: ['consumerspecificatie.xsd', 'xmldsig.xsd'],
	'ping-opdracht': ['ping-opdracht.xsd'],
	cpa: ['cpa.xsd', 'xmldsig.xsd', 'xlink.xsd', 'xml.xsd'],
	ebms: ['ebms-soap.xsd', 'ebms-header.xsd', 'xlink.xsd', 'xml.xsd'],
};

export const bundledSchemaIds = Object.keys(files) as readonly BundledSchemaId[];

/**
 * Reads one of our own schemas.
 *
 * @param folder The folder `schemas` of the product.
 * @throws When a file of the product is missing: a broken installation.
 */
export function readBundledSchema(folder: string, id: BundledSchemaId): SchemaSet {
	const names = files[id];
	return {
		id: `bundled:${id}`,
		entry: names[0],
		documents: new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')])),
	};
}
