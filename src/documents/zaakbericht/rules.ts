import type { Finding } from '../../finding';
import type { Rule, Subject } from '../kind';
import { readCaseMessage } from './caseMessage';
import { checkIdentification, checkOrder, checkStatusProcessing, checkStatusTime } from './rules/caseData';
import {
	checkIndicator,
	checkObjectCount,
	checkReceiver,
	checkReference,
	checkSender,
	checkSystemsDiffer,
	type CaseRule,
} from './rules/control';
import { checkElements, type ElementCheck } from './rules/elementCheck';
import { checkEntityType } from './rules/entityType';
import { checkLopendeZaken } from './rules/lopendeZaken';
import { checkNil, checkNoValue } from './rules/noValue';
import { checkNumber } from './rules/numbers';
import { checkTime } from './rules/times';
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
	checkStatusTime,
	checkStatusProcessing,
	checkLopendeZaken,
];

const elementChecks: readonly ElementCheck[] = [
	checkNumber,
	checkTime,
	checkNil,
	checkNoValue,
	checkWhitespace,
	checkEntityType,
];

/** All rules of a zaakbericht, over one reading of the message and one walk through it. */
export const zaakberichtRules: readonly Rule[] = [checkMessage];

function checkMessage(subject: Subject): readonly Finding[] {
	const message = readCaseMessage(subject);
	return [...messageRules.flatMap((rule) => rule(message)), ...checkElements(message, elementChecks)];
}
