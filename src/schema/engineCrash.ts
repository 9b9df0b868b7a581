/**
 * The schema engine is no longer usable: a trap of WebAssembly, an exhausted stack or an internal error of libxml2. Not a
 * fault of the user's input that could be told as a finding. Whoever holds the engine throws it away, with its worker,
 * and makes a new one; every later call of the same engine is rejected with the same error.
 */
export class SchemaEngineCrash extends Error {
	override readonly name: string = 'SchemaEngineCrash';
}

/** The engine ran out of its memory (2 GB at most). */
export class EngineOutOfMemory extends SchemaEngineCrash {
	override readonly name = 'EngineOutOfMemory';
}
