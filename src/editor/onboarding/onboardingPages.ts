/** What the tree can do without: loaded when a question, a page, a report or a file of the planning is first asked for. */
export { openEvidence } from './openEvidence';
export { exportPlanning } from './planning/exportPlanning';
export { showPlanning } from './planning/planningView';
export { makeReport } from './reports/makeReport';
export { setUp } from './setUp';
export { openStep } from './taskPage/stepPage';
export { openTask } from './taskPage/taskPage';
