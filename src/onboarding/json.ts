/** A value as `JSON.parse` gives it. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

/** An object as `JSON.parse` gives it. */
export interface JsonObject {
	readonly [key: string]: JsonValue | undefined;
}

/** Whether a value is an object, and not an array or null. */
export function isObject(value: JsonValue | undefined): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What of an object has other keys than these: it is kept, so that a file of a colleague with more in it loses nothing. */
export function restOf(object: JsonObject, known: readonly string[]): JsonObject {
	return Object.fromEntries(Object.entries(object).filter(([key]) => !known.includes(key)));
}
