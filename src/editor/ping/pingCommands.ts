/** The commands of the Ping and of the local partner. */
export type PingCommandId =
	| 'lopendeZaken.sendPing'
	| 'lopendeZaken.addConnection'
	| 'lopendeZaken.openConnectionCpa'
	| 'lopendeZaken.clearPingHistory'
	| 'lopendeZaken._pingAs'
	| 'lopendeZaken.startPartner'
	| 'lopendeZaken.stopPartner'
	| 'lopendeZaken.choosePartnerMode'
	| 'lopendeZaken.showPartnerLog';
