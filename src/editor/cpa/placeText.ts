import type { Range } from '../../validation/report';

/** A place in a document, as an attribute of a button: `line:character:line:character`, from 0. */
export function placeText({ start, end }: Range): string {
	return [start.line, start.character, end.line, end.character].join(':');
}
