import { mentionsCertificates } from '../certificates/certificateElements';
import { nearMiss, possibleMessages, recognise, runRules } from '../documents/registry';
import type { DocumentKind, Subject } from '../documents/kind';
import type { Finding } from '../finding';
import type { SchemaEngine, SchemaVerdict } from '../schema/engine';
import { traceProblem } from '../schema/folder/mergeSchema';
import { checkSchema } from '../schema/schemaStage';
import type { NameTable } from '../xml/names';
import { elementIndices } from '../xml/navigate';
import { parseXml } from '../xml/parse';
import type { XmlDocument, XmlElement } from '../xml/tree';
import { withoutExplainedAbsences } from './absences';
import { withoutBrokenOff } from './brokenOff';
import { locate } from './locate';
import { withoutEchoes } from './echoes';
import type { DocumentReport } from './report';
import type { Schemas, UsableSchema } from './schemas';
import { schemaStageFinding } from './schemaTexts';

export interface CheckContext {
	readonly engine: SchemaEngine;
	readonly schemas: Schemas;
	/** Most findings in the report. */
	readonly maxFindings: number;
	readonly signal?: AbortSignal;
	/** The moment of the check; when it is absent, now. */
	readonly now?: Date;
	/** Faults found while the bytes became text. */
	readonly readingFaults?: readonly Finding[];
	/** For who checks many documents: the same for each saves time. */
	readonly names?: NameTable;
}

/** A text from this length on (UTF-16 units) is handed to the engine before our own parser runs, so that both work at once. */
const largeText = 500_000;
/** Enough to see the root element and a message inside a SOAP envelope. */
const headLength = 20_000;

/** Checks one document: well-formedness, schema and rules, each fault told once. */
export async function checkText(text: string, context: CheckContext): Promise<DocumentReport> {
	const engine = text.length < largeText ? context.engine : await startAhead(text, context);
	const document = parseXml(text, context.names);
	const { root, kind } = await findMessage(document, context.schemas);
	const subject: Subject | undefined = root && { document, root, now: context.now ?? new Date() };
	// The rules go before the schema: an engine in another thread is at work meanwhile.
	const ownFindings = [
		...(context.readingFaults ?? []),
		...document.faults,
		...(kind && subject ? runRules(kind, subject) : []),
	];
	const keys = (subject && kind?.uniqueKeys?.(subject)) ?? [];
	const schema =
		root === undefined ? noSchema : await checkAgainstSchemas(document, root, kind, { ...context, engine });
	const notRecognised = kind === undefined && schema.label === null ? nearMiss(document) : undefined;
	const told = withoutExplainedAbsences(document, kind, ownFindings, schema.findings);
	return locate(document, {
		kind: kind?.id ?? 'unknown',
		schema: schema.label,
		findings: withoutBrokenOff(document, [
			...(notRecognised === undefined ? [] : [notRecognised]),
			...withoutEchoes(told.fromRules, told.fromSchema),
		]),
		truncated: schema.truncated,
		keys,
		holdsCertificates: kind !== undefined && mentionsCertificates(text),
		maxFindings: context.maxFindings,
	});
}

interface Message {
	readonly root: XmlElement | undefined;
	readonly kind: DocumentKind | undefined;
}

/** The part of a document to check: a message that we know, or else one that a schema of the user describes. */
async function findMessage(document: XmlDocument, schemas: Schemas): Promise<Message> {
	const recognised = recognise(document);
	if (recognised !== undefined) {
		return recognised;
	}
	for (const root of possibleMessages(document)) {
		if ((await schemas.candidates(nameOf(root), undefined)).length > 0) {
			return { root, kind: undefined };
		}
	}
	return { root: document.root, kind: undefined };
}

interface SchemaResult {
	readonly label: string | null;
	readonly findings: readonly Finding[];
	readonly truncated: boolean;
}

const noSchema: SchemaResult = { label: null, findings: [], truncated: false };

/** Tries the candidates until one can be used, and says of the others why they cannot. */
async function checkAgainstSchemas(
	document: XmlDocument,
	root: XmlElement,
	kind: DocumentKind | undefined,
	context: CheckContext,
): Promise<SchemaResult> {
	const unusable: Finding[] = [];
	for (const schema of await context.schemas.candidates(nameOf(root), kind)) {
		const result = await checkSchema(document, root, schema.set, context.engine, {
			maxFindings: context.maxFindings,
			...(context.signal === undefined ? {} : { signal: context.signal }),
		});
		switch (result.status) {
			case 'checked':
				return {
					label: schema.label,
					findings: [...unusable, ...result.findings, ...schema.unseenFaults(root)],
					truncated: result.truncated,
				};
			case 'refused':
				return {
					label: null,
					findings: [
						...unusable,
						...(document.faults.length > 0
							? []
							: [schemaStageFinding('check.schema-refused', root.nameSpan, { reason: result.message })]),
					],
					truncated: false,
				};
			case 'schema-unusable':
				unusable.push(schemaUnusable(root, schema, result.errors));
		}
	}
	return { label: null, findings: unusable, truncated: false };
}

function schemaUnusable(
	root: XmlElement,
	schema: UsableSchema,
	errors: Extract<SchemaVerdict, { status: 'schema-unusable' }>['errors'],
): Finding {
	const label = schema.label.replace(/^\w+:/, '');
	const cause = schema.merged?.problems.find(({ finding }) => finding.severity === 'error');
	if (cause !== undefined) {
		return schemaStageFinding('check.schema-unusable', root.nameSpan, {
			schema: label,
			reason: '',
			document: cause.file,
			line: cause.line + 1,
			cause: cause.finding.code,
			causeData: JSON.stringify(cause.finding.data),
		});
	}
	const error = errors[0] ?? { document: '', line: 0, message: '' };
	const place =
		schema.merged === undefined
			? { document: error.document, line: error.line }
			: tracedPlace(schema.merged, error);
	return schemaStageFinding('check.schema-unusable', root.nameSpan, {
		schema: label,
		reason: withoutNoise(error.message),
		...place,
		cause: '',
		causeData: '{}',
	});
}

/** A message of libxml2 without namespaces in braces and without its full stop. */
function withoutNoise(message: string): string {
	return message.replace(/\{[^{}]*\}/g, '').replace(/[.\s]+$/, '');
}

function tracedPlace(
	merged: NonNullable<UsableSchema['merged']>,
	error: Parameters<typeof traceProblem>[1],
): { readonly document: string; readonly line: number } {
	const problem = traceProblem(merged, error);
	return { document: problem.file, line: problem.line + 1 };
}

function nameOf(element: XmlElement): { readonly namespace: string; readonly localName: string } {
	return { namespace: element.namespace ?? '', localName: element.localName };
}

/**
 * Lets the engine begin on a large text while our parser still has to: the root element stands in the first part of the
 * text, so the schema is known before the tree is.
 *
 * @returns An engine that answers the first question from what was begun.
 */
async function startAhead(text: string, context: CheckContext): Promise<SchemaEngine> {
	const head = parseXml(text.slice(0, headLength), context.names);
	const { root, kind } = await findMessage(head, context.schemas);
	const schema = root && (await context.schemas.candidates(nameOf(root), kind))[0];
	if (root === undefined || schema === undefined || head.doctype !== undefined) {
		return context.engine;
	}
	const begun = {
		set: schema.set,
		at: elementIndices(root).join(),
		verdict: context.engine.validate(text, schema.set, {
			maxErrors: context.maxFindings,
			at: elementIndices(root),
		}),
	};
	// Whoever asks gets the failure; when nobody does (a document that turns out otherwise), it must not go unhandled.
	begun.verdict.catch(() => undefined);
	return {
		validate: (source, set, options) =>
			source === text && set === begun.set && options.at.join() === begun.at
				? begun.verdict
				: context.engine.validate(source, set, options),
	};
}
