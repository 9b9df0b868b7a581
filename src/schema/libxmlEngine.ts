import {
	addFunction,
	xmlCleanupInputProvider,
	xmlCtxtSetErrorHandler,
	xmlDocGetRootElement,
	XmlErrorStruct,
	xmlFreeDoc,
	xmlFreeParserCtxt,
	xmlNewParserCtxt,
	xmlReadMemory,
	xmlRegisterInputProvider,
	xmlSchemaFree,
	xmlSchemaFreeParserCtxt,
	xmlSchemaFreeValidCtxt,
	xmlSchemaNewDocParserCtxt,
	xmlSchemaNewValidCtxt,
	xmlSchemaParse,
	xmlSchemaSetParserStructuredErrors,
	xmlSchemaSetValidStructuredErrors,
	xmlSchemaValidateDoc,
	xmlSchemaValidateOneElement,
	XmlTreeCommonStruct,
} from 'libxml2-wasm/lib/libxml2.mjs';
import type {
	SchemaCompileError,
	SchemaEngine,
	SchemaError,
	SchemaSet,
	SchemaVerdict,
	ValidateOptions,
} from './engine';
import { EngineOutOfMemory, SchemaEngineCrash } from './engineCrash';
import type { Pointer } from './libxmlNodes';
import { concernsContentOf, elementAt, elementOf, elementPaths } from './libxmlNodes';
import { schemaProvider, schemaText } from './schemaProvider';
import { schemaNames, schemaUrl, withoutSchemaUrls } from './schemaUrls';

declare module 'libxml2-wasm/lib/libxml2.mjs' {
	/** Exported by the module, but left out of its declarations: makes a function that WebAssembly can call. */
	function addFunction(callback: (context: number, error: number) => void, signature: 'vii'): number;
}

export { EngineOutOfMemory } from './engineCrash';

/** The schema engine in this thread. Importing this module loads libxml2 (1.3 MB of WebAssembly): do so in a worker. */
export interface LibxmlEngine extends SchemaEngine {
	/** Frees all that the engine holds. It must not be used afterwards. */
	dispose(): void;
}

/**
 * XML_PARSE_NONET | XML_PARSE_IGNORE_ENC | XML_PARSE_BIG_LINES | XML_PARSE_NO_XXE. Never NOENT, DTDLOAD, DTDATTR,
 * XINCLUDE or HUGE (reference xml-editing §7.1). The encoding is ignored because we always pass UTF-8, whatever the XML
 * declaration says.
 */
const parseOptions = 0x800 | 0x20_0000 | 0x40_0000 | 0x80_0000;

/** Compiled schemas that are kept; one of 1.4 MB takes some 20 MB. */
const maxSchemas = 16;

/** Bytes of one document. Far above what a message needs, far below the 2 GB where allocation in libxml2 fails. */
const maxDocumentBytes = 0x1000_0000;

/** Errors of one schema that are kept. */
const maxCompileErrors = 100;

/** Numbers of libxml2's `xmlParserErrors`. */
const noMemory = 2;
const resourceLimit = 114;
const schemaInternal = 1818;
/** A namespace that is no URI: an error by its level, yet the document is parsed and can be judged. */
const namespaceNoUri = 99;
/** An import whose file was not found: only a warning, and yet the cause of the errors that follow. */
const importSkipped = 3084;
/** The same told without place, before the warning or error that has one. */
const loadFailed = 1524;

/** libxml2's error levels. */
const warningLevel = 1;

interface CompiledSchema {
	readonly schema: Pointer;
	readonly document: Pointer;
}

/** Receives one error of libxml2; `error` points to it and is gone afterwards. */
type Collector = (error: Pointer) => void;

/**
 * Makes a schema engine that runs in this thread. It reads nothing but what it is given: no file, no network, no
 * document outside {@link SchemaSet.documents}.
 *
 * @returns An engine whose `validate` rejects only with {@link SchemaEngineCrash}, or with its subclass
 *   {@link EngineOutOfMemory}; every fault of the input is a verdict.
 */
export function createLibxmlEngine(): Promise<LibxmlEngine> {
	return Promise.resolve(createEngine());
}

function createEngine(): LibxmlEngine {
	// While nothing is compiled there is no provider at all, not even libxml2's own for files: nothing can be opened.
	xmlCleanupInputProvider();
	const schemas = new Map<string, CompiledSchema | readonly SchemaCompileError[]>();
	const encoder = new TextEncoder();
	let crash: SchemaEngineCrash | undefined;
	let collect: Collector = ignore;
	let isOutOfMemory = false;
	// The one function that libxml2 calls; entries of its function table cannot be given back. It must not throw.
	const handler = addFunction((_context, error) => {
		isOutOfMemory ||= XmlTreeCommonStruct.type(error) === noMemory;
		collect(error);
	}, 'vii');

	function collecting<T>(collector: Collector, action: () => T): T {
		collect = collector;
		try {
			const result = action();
			if (isOutOfMemory) {
				throw new EngineOutOfMemory('The schema engine ran out of memory.');
			}
			return result;
		} finally {
			collect = ignore;
		}
	}

	function parse(bytes: Uint8Array, url: string | null, collector: Collector): Pointer {
		const context = xmlNewParserCtxt();
		xmlCtxtSetErrorHandler(context, handler, 0);
		const document = collecting(collector, () => xmlReadMemory(context, bytes, url, null, parseOptions));
		xmlFreeParserCtxt(context);
		return document;
	}

	function compile(set: SchemaSet): CompiledSchema | readonly SchemaCompileError[] {
		const { collector, errors } = compileErrors();
		const text = schemaText(set, set.entry);
		if (text === undefined) {
			return [{ document: set.entry, line: 0, message: 'The schema set lacks its entry document.' }];
		}
		const document = parse(text, schemaUrl(set.entry), collector);
		if (document === 0 || errors.length > 0) {
			xmlFreeDoc(document);
			return errors.length > 0 ? errors : unexplained(set);
		}
		const context = xmlSchemaNewDocParserCtxt(document);
		xmlSchemaSetParserStructuredErrors(context, handler, 0);
		xmlRegisterInputProvider(schemaProvider(set));
		try {
			const schema = collecting(collector, () => xmlSchemaParse(context));
			if (schema !== 0) {
				return { schema, document };
			}
		} finally {
			xmlCleanupInputProvider();
			xmlSchemaFreeParserCtxt(context);
		}
		xmlFreeDoc(document);
		return errors.length > 0 ? errors : unexplained(set);
	}

	function compiled(set: SchemaSet): CompiledSchema | readonly SchemaCompileError[] {
		const known = schemas.get(set.id);
		const schema = known ?? compile(set);
		schemas.delete(set.id);
		schemas.set(set.id, schema);
		for (const [id, oldest] of schemas) {
			if (schemas.size <= maxSchemas) {
				break;
			}
			schemas.delete(id);
			free(oldest);
		}
		return schema;
	}

	function validateDocument(
		schema: Pointer,
		document: Pointer,
		{ at, contentOf, maxErrors }: ValidateOptions,
	): SchemaVerdict {
		const root = xmlDocGetRootElement(document);
		const element = at.length === 0 ? root : elementAt(root, at);
		if (element === 0) {
			return notParsed({
				code: 0,
				message: 'The document lacks the element to validate.',
				xpath: '',
				line: 0,
			});
		}
		const paths = elementPaths();
		const parents = contentOf && new Set(contentOf.map((indices) => elementAt(root, indices)));
		const errors: SchemaError[] = [];
		let truncated = false;
		let failure: SchemaError | undefined;
		const collector: Collector = (error) => {
			const code = XmlTreeCommonStruct.type(error);
			if (XmlErrorStruct.level(error) <= warningLevel) {
				return;
			}
			if (code === schemaInternal) {
				failure ??= schemaError(error, code, '');
				return;
			}
			if (truncated) {
				return;
			}
			const node = elementOf(XmlErrorStruct.node(error));
			if (parents && !concernsContentOf(parents, error, node)) {
				return;
			}
			if (errors.length === maxErrors) {
				truncated = true;
				return;
			}
			errors.push(schemaError(error, code, paths(node)));
		};
		const context = xmlSchemaNewValidCtxt(schema);
		xmlSchemaSetValidStructuredErrors(context, handler, 0);
		try {
			const result = collecting(collector, () =>
				at.length === 0
					? xmlSchemaValidateDoc(context, document)
					: xmlSchemaValidateOneElement(context, element),
			);
			if (result < 0) {
				// What libxml2 cannot judge, such as references to entities that it does not read.
				return notParsed(failure ?? { code: schemaInternal, message: 'libxml2 fails.', xpath: '', line: 0 });
			}
		} finally {
			xmlSchemaFreeValidCtxt(context);
		}
		return { status: 'checked', errors, truncated };
	}

	function validate(source: string | Uint8Array, set: SchemaSet, options: ValidateOptions): SchemaVerdict {
		const schema = compiled(set);
		if (!('schema' in schema)) {
			return { status: 'schema-unusable', errors: schema };
		}
		const bytes = typeof source === 'string' ? encoder.encode(source) : source;
		if (bytes.length > maxDocumentBytes) {
			return notParsed({
				code: resourceLimit,
				message: `The document has ${bytes.length} bytes, over the limit of ${maxDocumentBytes}.`,
				xpath: '',
				line: 0,
			});
		}
		const { collector, errors } = parseErrors(options.maxErrors);
		const document = parse(bytes, null, collector);
		try {
			if (document === 0 || errors.length > 0) {
				return notParsed(...errors);
			}
			return validateDocument(schema.schema, document, options);
		} finally {
			xmlFreeDoc(document);
		}
	}

	return {
		validate(source, set, options) {
			if (crash) {
				return Promise.reject(crash);
			}
			try {
				return Promise.resolve(validate(source, set, options));
			} catch (error) {
				// Traps of WebAssembly and exhausted stacks come as errors of several classes; libxml2's memory is suspect now.
				crash = asCrash(error);
				return Promise.reject(crash);
			}
		},
		dispose() {
			if (!crash) {
				for (const schema of schemas.values()) {
					free(schema);
				}
			}
			schemas.clear();
		},
	};
}

function ignore(): void {
	// Errors outside a call of ours concern nobody.
}

function free(schema: CompiledSchema | readonly SchemaCompileError[]): void {
	if ('schema' in schema) {
		xmlSchemaFree(schema.schema);
		xmlFreeDoc(schema.document);
	}
}

function notParsed(...errors: readonly SchemaError[]): SchemaVerdict {
	return { status: 'not-parsed', errors };
}

function unexplained(set: SchemaSet): readonly SchemaCompileError[] {
	return [{ document: set.entry, line: 0, message: 'libxml2 refuses the schema without giving a reason.' }];
}

function asCrash(error: unknown): SchemaEngineCrash {
	if (error instanceof SchemaEngineCrash) {
		return error;
	}
	const outOfMemory =
		error instanceof Error && /memory|allocation|offset is out of bounds/i.test(error.message);
	return outOfMemory
		? new EngineOutOfMemory('The schema engine ran out of memory.', { cause: error })
		: new SchemaEngineCrash('The schema engine stopped.', { cause: error });
}

function schemaError(error: Pointer, code: number, xpath: string): SchemaError {
	return { code, message: XmlErrorStruct.message(error).trim(), xpath, line: XmlErrorStruct.line(error) };
}

/** Keeps the first errors of a document that is not parsed. */
function parseErrors(max: number): {
	readonly collector: Collector;
	readonly errors: readonly SchemaError[];
} {
	const errors: SchemaError[] = [];
	const collector: Collector = (error) => {
		const code = XmlTreeCommonStruct.type(error);
		const counts = XmlErrorStruct.level(error) > warningLevel && code !== namespaceNoUri;
		if (counts && errors.length < Math.max(max, 1)) {
			errors.push(schemaError(error, code, ''));
		}
	};
	return { collector, errors };
}

/** Keeps the first errors of a schema, and the warnings that tell which file was not found. */
function compileErrors(): {
	readonly collector: Collector;
	readonly errors: readonly SchemaCompileError[];
} {
	const errors: SchemaCompileError[] = [];
	const collector: Collector = (error) => {
		const code = XmlTreeCommonStruct.type(error);
		const counts = XmlErrorStruct.level(error) > warningLevel || code === importSkipped;
		if (counts && code !== loadFailed && errors.length < maxCompileErrors) {
			errors.push({
				document: schemaNames(XmlErrorStruct.file(error) ?? '').at(-1) ?? '',
				line: XmlErrorStruct.line(error),
				message: withoutSchemaUrls(XmlErrorStruct.message(error).trim()),
			});
		}
	};
	return { collector, errors };
}
