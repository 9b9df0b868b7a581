import { removal } from '../../schema/repairSteps';
import { elementAt } from '../../xml/navigate';
import { repairTable } from '../../xml/repair';
import { replacing, withHttps } from '../repairSteps';
import type { ConsumerspecificatieFindings } from './texts';

/** What can be repaired of a Consumerspecificatie without knowing the organisation. */
export const consumerspecificatieRepairs = repairTable<ConsumerspecificatieFindings>({
	'consumerspecificatie.endpoint-not-https': (fault, t) => withHttps(fault, t),
	'consumerspecificatie.parameter-unknown': (fault, t) =>
		replacing(fault, fault.data.name, fault.data.similar, t),
	'consumerspecificatie.parameter-duplicate': ({ document, span, data }, t) =>
		removal(document, elementAt(document, span.start), data.name, t),
});
