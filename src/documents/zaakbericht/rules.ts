import type { Finding } from '../../finding';
import type { Rule, Subject } from '../kind';
import { readCaseMessage } from './caseMessage';
import { checkIdentification, checkOrder } from './rules/caseData';
import {
	checkIndicator,
	checkObjectCount,
	checkReceiver,
	checkReference,
	checkSender,
	checkSystemsDiffer,
	type CaseRule,
} from './rules/control';
import { checkElements, elementChecks } from './rules/elementCheck';
import { checkEntityType } from './rules/entityType';
import { checkLopendeZaken } from './rules/lopendeZaken';
import { checkNil, checkNoValue } from './rules/noValue';
import { checkBsnElement, checkRsinElement } from './rules/numbers';
import { checkStatuses } from './rules/statuses';
import { checkDate, checkTime } from './rules/times';
import { checkWhitespace } from './rules/whitespace';

const messageRules: readonly CaseRule[] = [
	checkReference,
	checkSystemsDiffer,
	checkSender,
	checkReceiver,
	checkIndicator,
	checkObjectCount,
	checkIdentification,
	checkOrder,
	checkStatuses,
	checkLopendeZaken,
];

const checksOfElements = elementChecks(
	[checkBsnElement, checkRsinElement, checkDate, checkTime, checkWhitespace],
	[checkNil, checkNoValue, checkEntityType],
);

/** All rules of a zaakbericht, over one reading of the message and one walk through it. */
export const zaakberichtRules: readonly Rule[] = [checkMessage];

function checkMessage(subject: Subject): readonly Finding[] {
	const message = readCaseMessage(subject);
	const ofMessage = messageRules.flatMap((rule) => rule(message));
	// What must have a value is not helped by a reason for having none.
	const missed = new Set(
		ofMessage.filter(({ severity }) => severity === 'error').map(({ span }) => span.start),
	);
	return [
		...ofMessage,
		...checkElements(message, checksOfElements).filter(
			({ code, span }) => code !== 'zaakbericht.nil-without-novalue' || !missed.has(span.start),
		),
	];
}
