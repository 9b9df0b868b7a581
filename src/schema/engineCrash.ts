/**
 * The schema engine is no longer usable: it ran out of memory or hit an internal error. Not a fault of the user's
 * input that could be told as a finding. Whoever holds the engine throws it away, with its worker, and makes a new one;
 * every later call of the same engine is rejected with this class too.
 */
export class SchemaEngineCrash extends Error {
	override readonly name = 'SchemaEngineCrash';
}
