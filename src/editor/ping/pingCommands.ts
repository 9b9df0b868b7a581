/** The commands of the Ping and of the local partner. */
export type PingCommandId =
	| 'lopendeZaken.sendPing'
	| 'lopendeZaken.startPartner'
	| 'lopendeZaken.stopPartner'
	| 'lopendeZaken.choosePartnerMode'
	| 'lopendeZaken.showPartnerLog';
