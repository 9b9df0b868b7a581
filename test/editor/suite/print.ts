import Mocha from 'mocha';

/** Writes a line among the results of the tests: for figures that nothing is asserted about. */
export function print(line: string): void {
	Mocha.reporters.Base.consoleLog(`      ${line}`);
}
