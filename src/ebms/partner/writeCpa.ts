import { X509Certificate } from 'node:crypto';
import { namespaces } from '../../documents/namespaces';
import type { SyncReplyMode } from '../connection';
import { cpaId, messageAction, parties, partyType, service, toPartyMsh, type Party } from './parties';
import { escaped } from '../../xml/escaped';

export interface CpaValues {
	readonly syncReplyMode: SyncReplyMode;
	/** The endpoint of the partner. */
	readonly themEndpoint: string;
	/** The endpoint of the user's side, to which asynchronous answers go. */
	readonly usEndpoint: string;
	/** PEM; the first certificate in it is the party's own. */
	readonly us: string;
	readonly them: string;
}

/** When a CPA holds: as long as the certificates in it (Best Practices ebMS2, EB010). */
export interface CpaPeriod {
	readonly start: Date;
	readonly end: Date;
}

export function cpaPeriod({ us, them }: Pick<CpaValues, 'us' | 'them'>): CpaPeriod {
	const [first, second] = [new X509Certificate(us), new X509Certificate(them)];
	const starts = [first, second].map(({ validFrom }) => new Date(validFrom).getTime());
	const ends = [first, second].map(({ validTo }) => new Date(validTo).getTime());
	return { start: new Date(Math.max(...starts)), end: new Date(Math.min(...ends)) };
}

/**
 * Writes the CPA between the user's side and the partner: CPPA 2.0 in the shape of Digikoppeling's profile osb-rm (Koppelvlakstandaard
 * ebMS2 ch. 2 and 5, Best Practices ebMS2 ch. 3).
 */
export function writeCpa(values: CpaValues): string {
	const { start, end } = cpaPeriod(values);
	return `<?xml version="1.0" encoding="UTF-8"?>
<tp:CollaborationProtocolAgreement xmlns:tp="${namespaces.cppa}"
    xmlns:ds="${namespaces.xmldsig}" xmlns:xlink="${namespaces.xlink}"
    tp:cpaid="${cpaId}" tp:version="1">
  <tp:Status tp:value="agreed"/>
  <tp:Start>${seconds(start)}</tp:Start>
  <tp:End>${seconds(end)}</tp:End>
${party('us', parties.us, values.usEndpoint, values.us, values)}
${party('them', parties.them, values.themEndpoint, values.them, values)}
  <tp:SimplePart tp:id="envelope" tp:mimetype="text/xml"/>
  <tp:SimplePart tp:id="payload" tp:mimetype="application/xml"/>
  <tp:Packaging tp:id="package-signal">
    <tp:ProcessingCapabilities tp:parse="true" tp:generate="true"/>
    <tp:CompositeList>
      <tp:Composite tp:id="signal" tp:mimetype="multipart/related" tp:mimeparameters="type=text/xml">
        <tp:Constituent tp:idref="envelope"/>
      </tp:Composite>
    </tp:CompositeList>
  </tp:Packaging>
  <tp:Packaging tp:id="package-message">
    <tp:ProcessingCapabilities tp:parse="true" tp:generate="true"/>
    <tp:CompositeList>
      <tp:Composite tp:id="message" tp:mimetype="multipart/related" tp:mimeparameters="type=text/xml">
        <tp:Constituent tp:idref="envelope"/>
        <tp:Constituent tp:idref="payload"/>
      </tp:Composite>
    </tp:CompositeList>
  </tp:Packaging>
</tp:CollaborationProtocolAgreement>
`;
}

type Side = 'us' | 'them';

function party(side: Side, who: Party, endpoint: string, certificate: string, values: CpaValues): string {
	return `  <tp:PartyInfo tp:partyName="${who.name}" tp:defaultMshChannelId="${side}-channel" tp:defaultMshPackageId="package-signal">
    <tp:PartyId tp:type="${partyType}">${who.oin}</tp:PartyId>
    <tp:PartyRef xlink:type="simple" xlink:href="${escaped(endpoint)}"/>
    <tp:CollaborationRole>
      <tp:ProcessSpecification tp:name="${service.name}" tp:version="1" xlink:type="simple" xlink:href="urn:${service.name}"/>
      <tp:Role tp:name="${who.role}" xlink:type="simple" xlink:href="urn:${service.name}:${who.role}"/>
      <tp:ServiceBinding>
        <tp:Service tp:type="${service.type}">${service.name}</tp:Service>
${action(side)}
      </tp:ServiceBinding>
    </tp:CollaborationRole>
    <tp:Certificate tp:certId="${side}-certificate">
      <ds:KeyInfo>
        <ds:X509Data>
          <ds:X509Certificate>${new X509Certificate(certificate).raw.toString('base64')}</ds:X509Certificate>
        </ds:X509Data>
      </ds:KeyInfo>
    </tp:Certificate>
    <tp:DeliveryChannel tp:channelId="${side}-channel" tp:transportId="${side}-transport" tp:docExchangeId="${side}-exchange">
      <tp:MessagingCharacteristics tp:syncReplyMode="${values.syncReplyMode}" tp:ackRequested="always" tp:ackSignatureRequested="never" tp:duplicateElimination="always" tp:actor="${toPartyMsh}"/>
    </tp:DeliveryChannel>
    <tp:Transport tp:transportId="${side}-transport">
      <tp:TransportSender>
        <tp:TransportProtocol tp:version="1.1">HTTP</tp:TransportProtocol>
        <tp:TransportClientSecurity>
          <tp:TransportSecurityProtocol tp:version="1.2">TLS</tp:TransportSecurityProtocol>
          <tp:ClientCertificateRef tp:certId="${side}-certificate"/>
        </tp:TransportClientSecurity>
      </tp:TransportSender>
      <tp:TransportReceiver>
        <tp:TransportProtocol tp:version="1.1">HTTP</tp:TransportProtocol>
        <tp:Endpoint tp:uri="${escaped(endpoint)}" tp:type="allPurpose"/>
        <tp:TransportServerSecurity>
          <tp:TransportSecurityProtocol tp:version="1.2">TLS</tp:TransportSecurityProtocol>
          <tp:ServerCertificateRef tp:certId="${side}-certificate"/>
        </tp:TransportServerSecurity>
      </tp:TransportReceiver>
    </tp:Transport>
    <tp:DocExchange tp:docExchangeId="${side}-exchange">
${['Sender', 'Receiver'].map(binding).join('\n')}
    </tp:DocExchange>
  </tp:PartyInfo>`;
}

/** The user's side sends the one message of the service, the partner receives it; each refers to the other. */
function action(side: Side): string {
	const [element, other] = side === 'us' ? ['CanSend', 'them'] : ['CanReceive', 'us'];
	return `        <tp:${element}>
          <tp:ThisPartyActionBinding tp:id="${side}-action" tp:action="${messageAction}" tp:packageId="package-message">
            <tp:BusinessTransactionCharacteristics tp:isNonRepudiationRequired="false" tp:isNonRepudiationReceiptRequired="false" tp:isConfidential="transient" tp:isAuthenticated="transient" tp:isTamperProof="transient" tp:isAuthorizationRequired="true" tp:timeToPerform="P2D"/>
            <tp:ChannelId>${side}-channel</tp:ChannelId>
          </tp:ThisPartyActionBinding>
          <tp:OtherPartyActionBinding>${other}-action</tp:OtherPartyActionBinding>
        </tp:${element}>`;
}

/** Eight times three hours is the day that the receiver remembers a message (Best Practices ebMS2 ch. 3). */
function binding(role: string): string {
	return `      <tp:ebXML${role}Binding tp:version="2.0">
        <tp:ReliableMessaging>
          <tp:Retries>8</tp:Retries>
          <tp:RetryInterval>PT3H</tp:RetryInterval>
          <tp:MessageOrderSemantics>NotGuaranteed</tp:MessageOrderSemantics>
        </tp:ReliableMessaging>
        <tp:PersistDuration>P1D</tp:PersistDuration>
      </tp:ebXML${role}Binding>`;
}

function seconds(moment: Date): string {
	return moment.toISOString().replace(/\.\d+Z$/, 'Z');
}
