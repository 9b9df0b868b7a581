import { ViewColumn } from 'vscode';
import type { MessageDocument } from '../ping/page/messageDocuments';
import type { CheckedWus } from './checkedWus';

/** What was sent and came back as documents: questions at the left, answers at the right. */
export function wusDocuments({ report }: CheckedWus): readonly MessageDocument[] {
	return report.attempts.flatMap(({ question, request, response }) => [
		...(request === null || request.body === ''
			? []
			: [{ name: `${question}-request`, body: request.body, column: ViewColumn.One }]),
		...(response === null || response.body === ''
			? []
			: [{ name: `${question}-response`, body: response.body, column: ViewColumn.Beside }]),
	]);
}
