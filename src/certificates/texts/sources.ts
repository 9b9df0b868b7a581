/** Documents that the rules of certificates come from, by the names that readers know. */
export const standard = 'Digikoppeling Beveiligingsstandaarden en voorschriften 3.0.1';
export const profiles = 'PKIoverheid PoR 3h (G1); PKIoverheid CPS 5.5, Private TLS SYS (G4)';
export const ncsc = 'NCSC TLS-richtlijnen 2025-05';
export const oinSystem = 'OIN-Stelsel 2.2.2 §6';
export const migration = 'PKIoverheid, Migratie G3 en G1 private naar G4 (18 juni 2026)';
export const bestPractice = 'Digikoppeling, Gebruik en achtergrond certificaten 1.6.3';
export const rfc = 'RFC 5280';
