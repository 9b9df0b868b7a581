import { InputBoxValidationSeverity } from 'vscode';
import type { InspectedCertificate } from '../../../certificates/inspect';
import { judge } from '../../../certificates/profile/judged';
import { hostMismatch } from '../../../certificates/profile/names';
import { specificationFinding } from '../../../documents/consumerspecificatie/texts';
import { checkEndpoint, type EndpointFault } from '../../../documents/endpoint';
import { parsePartyId } from '../../../documents/partyId';
import type { Finding, Severity } from '../../../finding';
import type { Translate } from '../../../text';
import { explain } from '../../../validation/explain';
import type { Complaint } from '../../questions/quickInput';

const nowhere = { start: 0, end: 0 };

/** What is to be said about a name of an organisation, while it is typed. */
export function complainOfName(name: string, t: Translate): Complaint | null {
	return name === ''
		? toComplaint(specificationFinding('consumerspecificatie.party-name-empty', nowhere, {}), t)
		: null;
}

/** The same about an OIN; `certificate` is that of the party. */
export function complainOfOin(
	value: string,
	certificate: InspectedCertificate,
	t: Translate,
): Complaint | null {
	const oin = parsePartyId(value);
	if (oin.kind === 'not-an-oin') {
		const { reason } = oin;
		return toComplaint(specificationFinding('consumerspecificatie.party-id', nowhere, { value, reason }), t);
	}
	if (certificate.oin !== null && certificate.oin.value !== oin.value) {
		return remark('warning', t('The certificate has another OIN: {0}.', certificate.oin.value));
	}
	const [reason] = oin.remarks;
	if (reason !== undefined) {
		return toComplaint(
			specificationFinding('consumerspecificatie.party-id-doubtful', nowhere, { value, reason }),
			t,
		);
	}
	return oin.register === 'test'
		? toComplaint(specificationFinding('consumerspecificatie.party-id-test', nowhere, {}), t)
		: null;
}

/** The same about an address; `server` is the certificate of the endpoint. */
export function complainOfEndpoint(
	value: string,
	server: InspectedCertificate,
	moment: Date,
	t: Translate,
): Complaint | null {
	const faults = checkEndpoint(value);
	const [fault] = faults.toSorted((one, other) => weightOf(one) - weightOf(other));
	if (fault !== undefined && weightOf(fault) === 0) {
		return toComplaint(endpointFinding(fault, value), t);
	}
	const [mismatch] = hostMismatch(
		judge(server.chain, {
			purpose: 'server',
			host: new URL(value).hostname,
			moment,
			expectedOin: null,
			warnDays: 0,
			revocation: null,
		}),
	);
	if (mismatch !== undefined) {
		return remark('warning', explain(mismatch, t).problem);
	}
	return fault === undefined ? null : toComplaint(endpointFinding(fault, value), t);
}

/** With an address that cannot be read or is not https, nothing can be done; the rest is a warning. */
function weightOf({ kind }: EndpointFault): number {
	return kind === 'unreadable' || kind === 'scheme' ? 0 : 1;
}

function endpointFinding(fault: EndpointFault, value: string): Finding {
	switch (fault.kind) {
		case 'unreadable':
		case 'scheme':
			return specificationFinding('consumerspecificatie.endpoint-not-https', nowhere, {
				value,
				reason: fault.kind,
			});
		case 'port':
			return specificationFinding('consumerspecificatie.endpoint-port', nowhere, { port: fault.port });
		case 'local':
			return specificationFinding('consumerspecificatie.endpoint-local', nowhere, {
				host: fault.host,
				reason: fault.reason,
			});
	}
}

function toComplaint(finding: Finding, t: Translate): Complaint {
	return remark(finding.severity, explain(finding, t).problem);
}

const severities: Readonly<Record<Severity, InputBoxValidationSeverity>> = {
	error: InputBoxValidationSeverity.Error,
	warning: InputBoxValidationSeverity.Warning,
	info: InputBoxValidationSeverity.Info,
};

function remark(severity: Severity, message: string): Complaint {
	return { message, severity: severities[severity] };
}
