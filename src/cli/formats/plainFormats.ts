/** The formats that need no more than the words of the findings: one file, as a chunk of the bundle for each would be mostly wrapping. */
export { formatJson } from './json';
export { formatJunit } from './junit';
export { formatText } from './text';
