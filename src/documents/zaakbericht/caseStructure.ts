/** Relations of a case and the StUF:entiteittype that each is fixed to (zaakberichten.md §9.1). */
export const caseRelations: ReadonlyMap<string, string> = new Map([
	['isVan', 'ZAKZKT'],
	['heeftBetrekkingOp', 'ZAKOBJ'],
	['heeftAlsBelanghebbende', 'ZAKBTRBLH'],
	['heeftAlsGemachtigde', 'ZAKBTRGMC'],
	['heeftAlsInitiator', 'ZAKBTRINI'],
	['heeftAlsUitvoerende', 'ZAKBTRUTV'],
	['heeftAlsVerantwoordelijke', 'ZAKBTRVRA'],
	['heeftAlsOverigBetrokkene', 'ZAKBTROVR'],
	['heeftAlsDeelzaak', 'ZAKZAKDEL'],
	['heeftBetrekkingOpAndere', 'ZAKZAKBTR'],
	['heeft', 'ZAKSTT'],
	['leidtTot', 'ZAKBSL'],
]);

/** The persons and organisations that a role can point at (zaakberichten.md §9.4). */
export const parties: ReadonlyMap<string, string> = new Map([
	['natuurlijkPersoon', 'NPS'],
	['nietNatuurlijkPersoon', 'NNP'],
	['vestiging', 'VES'],
	['medewerker', 'MDW'],
	['organisatorischeEenheid', 'OEH'],
]);

/** Whether a relation is a role of somebody in the case. */
export function isRole(relation: string): boolean {
	return caseRelations.get(relation)?.startsWith('ZAKBTR') === true;
}
