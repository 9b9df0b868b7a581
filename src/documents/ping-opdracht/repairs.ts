import { repairTable } from '../../xml/repair';
import { valueRepair } from '../../schema/repairSteps';
import { oinType } from '../partyId';
import { replacing } from '../repairSteps';
import { mshService, type PingOpdrachtFindings } from './texts';

/** What can be repaired of a Ping document. */
export const pingOpdrachtRepairs = repairTable<PingOpdrachtFindings>({
	'ping-opdracht.service': (fault, t) => replacing(fault, fault.data.found, mshService, t),
	'ping-opdracht.action': (fault, t) => replacing(fault, fault.data.found, 'Ping', t),
	'ping-opdracht.party-type': (fault, t) => replacing(fault, fault.data.found, oinType, t),
	'ping-opdracht.version': (fault, t) => valueRepair(fault, fault.data.attribute, fault.data.expected, t),
});
