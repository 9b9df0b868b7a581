import { basename } from 'node:path';
import { window, type Uri } from 'vscode';
import type { InspectedCertificate } from '../../certificates/inspect';
import { explain } from '../../validation/explain';
import { isTrusted } from '../trust';
import { askPassword } from './askPassword';
import type { CertificateServices } from './certificateServices';
import { certificateSource } from './certificateSource';
import { createInspectionSession, type InspectionSession } from './inspectionSession';

/**
 * Reads the certificates of organisations in a file, for who wants to use one. Asks its password when it needs one, and says so when
 * there are none.
 *
 * @returns Empty when there are none, or the user gave up.
 */
export async function openCertificates(
	file: Uri,
	services: CertificateServices,
): Promise<readonly InspectedCertificate[]> {
	const { t, faults } = services;
	const name = basename(file.path);
	const session = createInspectionSession(
		{
			name,
			file,
			read: () => certificateSource(file),
			facts: [],
			findings: [],
			judging: { purpose: 'both', host: '' },
		},
		services,
	);
	await session.inspect();
	if (session.isLocked() && !(await unlock(name, session, services))) {
		return [];
	}
	const found = (session.inspection()?.certificates ?? []).filter(({ verdict }) => verdict !== null);
	if (found.length === 0) {
		const [finding] = session.inspection()?.container.findings ?? [];
		const reason = finding === undefined ? '' : explain(finding, t).problem;
		const sentence = t('{0} holds no certificate of an organisation. {1}', name, reason).trim();
		faults.watch(window.showWarningMessage(sentence));
	}
	return found;
}

async function unlock(
	name: string,
	session: InspectionSession,
	services: CertificateServices,
): Promise<boolean> {
	const { t } = services;
	if (!isTrusted(t('{0} can only be read with its password.', name), services)) {
		return false;
	}
	const tryPassword = async (password: string): Promise<boolean> => {
		session.usePassword(password);
		await session.inspect();
		return !session.isLocked();
	};
	return askPassword(name, tryPassword, t);
}
