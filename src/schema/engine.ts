/** XSD documents that belong together. They refer to one another by the keys of {@link SchemaSet.documents}. */
export interface SchemaSet {
	/** Equal ids mean equal content: the key under which the compiled schema is kept. */
	readonly id: string;
	/** The document to compile: a key of `documents`. */
	readonly entry: string;
	/** Text by relative name, such as `zkn0310.xsd`. */
	readonly documents: ReadonlyMap<string, string>;
}

/** One error as libxml2 gives it. */
export interface SchemaError {
	/** libxml2's number, such as 1871 (`XML_SCHEMAV_ELEMENT_CONTENT`). */
	readonly code: number;
	readonly message: string;
	/**
	 * The element (or attribute's element) that it is about; the only precise handle on the place. Always positional,
	 * over element siblings: `/*[1]`, `/*[1]/*[2]`. Empty when libxml2 names no element.
	 */
	readonly xpath: string;
	/** 1-based; where the start tag ends. */
	readonly line: number;
}

/** A reason why a schema cannot be compiled. */
export interface SchemaCompileError {
	/** The document, a key of {@link SchemaSet.documents}; empty when it is not known. */
	readonly document: string;
	/** 1-based; 0 when it is not known. */
	readonly line: number;
	readonly message: string;
}

export type SchemaVerdict =
	| {
			readonly status: 'checked';
			readonly errors: readonly SchemaError[];
			/** There were more errors than asked for. */
			readonly truncated: boolean;
	  }
	/** libxml2 does not parse the document: not well-formed, or over one of its limits. */
	| { readonly status: 'not-parsed'; readonly errors: readonly SchemaError[] }
	| { readonly status: 'schema-unusable'; readonly errors: readonly SchemaCompileError[] };

export interface ValidateOptions {
	/** The number of errors after which counting stops. */
	readonly maxErrors: number;
	/**
	 * The element to validate, as child indices over element siblings from the root of the document: `[]` is the root,
	 * `[1, 0]` the first element in the second element of the root. Its name must be declared globally.
	 */
	readonly at: readonly number[];
	/**
	 * Elements by indices like {@link at}: only content-model errors (1871) count that say that one of these lacks a child or
	 * has a child that is not expected. Absent: all errors count.
	 */
	readonly contentOf?: readonly (readonly number[])[];
}

/** Judges documents by schema sets. */
export interface SchemaEngine {
	/**
	 * @param source The document: decoded text, or the bytes of UTF-8.
	 */
	validate(source: string | Uint8Array, set: SchemaSet, options: ValidateOptions): Promise<SchemaVerdict>;
}
