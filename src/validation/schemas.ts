import { join } from 'node:path';
import type { DocumentKind } from '../documents/kind';
import type { Finding } from '../finding';
import { readBundledSchema, type BundledSchemaId } from '../schema/bundled';
import type { SchemaSet } from '../schema/engine';
import { fixedAttributeRule } from '../schema/folder/fixedAttributes';
import { mergeSchema } from '../schema/folder/mergeSchema';
import { readSchemaFolder } from '../schema/folder/readSchemaFolder';
import type { MergedSchema, SchemaFolder } from '../schema/folder/schemaFolder';
import type { ExpandedName, XmlElement } from '../xml/tree';

/** A schema that is used for a document. */
export interface UsableSchema {
	/** `bundled:ID` or `folder:PATH`, see `DocumentReport.schema`. */
	readonly label: string;
	readonly set: SchemaSet;
	/** Faults against this schema that libxml2 does not see (`fixed` on attribute references). */
	readonly unseenFaults: (root: XmlElement) => Iterable<Finding>;
	/** How it was merged, to trace compile errors; absent for our own schemas. */
	readonly merged?: MergedSchema;
}

/** Where schemas are found. */
export interface Schemas {
	/**
	 * The schemas to try for a root element, best first: those of the user's folders go before our own, and the next one
	 * is only used when the one before it does not compile.
	 */
	candidates(root: ExpandedName, kind: DocumentKind | undefined): Promise<readonly UsableSchema[]>;
}

/**
 * @param bundledFolder The folder `schemas` of the product.
 * @param userFolders Absolute paths; read once, at first need.
 */
export function createSchemas(bundledFolder: string, userFolders: readonly string[]): Schemas {
	const bundled = new Map<BundledSchemaId, UsableSchema>();
	const merged = new Map<string, UsableSchema | undefined>();
	let folders: Promise<readonly SchemaFolder[]> | undefined;

	function fromBundle(id: BundledSchemaId): UsableSchema {
		let schema = bundled.get(id);
		if (schema === undefined) {
			const set = readBundledSchema(bundledFolder, id);
			// The rules of each kind know the fixed attributes of our own schemas (`zaakbericht.entity-type`).
			schema = { label: set.id, set, unseenFaults: () => [] };
			bundled.set(id, schema);
		}
		return schema;
	}

	function fromFolder(folder: SchemaFolder, root: ExpandedName): UsableSchema | undefined {
		const key = `${folder.folder}\n${root.namespace}\n${root.localName}`;
		if (!merged.has(key)) {
			const result = mergeSchema(folder, root);
			merged.set(
				key,
				result && {
					label: `folder:${join(folder.folder, result.entryFile)}`,
					set: result.set,
					unseenFaults: fixedAttributeRule(result.set),
					merged: result,
				},
			);
		}
		return merged.get(key);
	}

	return {
		async candidates(root, kind) {
			folders ??= Promise.all(userFolders.map((folder) => readSchemaFolder(folder)));
			const found: UsableSchema[] = [];
			for (const folder of await folders) {
				const schema = fromFolder(folder, root);
				if (schema !== undefined) {
					found.push(schema);
				}
			}
			if (kind !== undefined) {
				found.push(fromBundle(kind.schema));
			}
			return found;
		},
	};
}
