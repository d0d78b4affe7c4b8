import { type Answer, failure, invalidAttribute } from '../wire/envelope.js';

/** A parameter that the API would not take; thrown while a query is read, answered as an envelope by the caller. */
export class QueryError extends Error {
  readonly answer: Answer;

  constructor(answer: Answer, message: string) {
    super(message);
    this.answer = answer;
  }
}

/** Invention: an illegal filter, sort or field is a validation error in the recorded form; its real text is unknown. */
export function invalidParameter(attribute: string, detail: string): QueryError {
  return new QueryError(invalidAttribute(attribute, detail, 'Could not find rows.'), detail);
}

/** Invention: the wording for a required parameter that is not there. */
export function missingParameter(name: string): QueryError {
  const message = `Missing required argument: ${name}`;
  return new QueryError(failure(message), message);
}
