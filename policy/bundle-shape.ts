/** Whether a value from outside has the shape of a bundle; what its texts say is for `openBundle`. */
export function isBundleShaped(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { parties, documents, signatures, notices = [] } = value;
  return typeof parties === 'string' && areDocuments(documents) && areSignatures(signatures) && areNotices(notices);
}

function areDocuments(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  const documents: readonly unknown[] = value;
  return documents.every((document) => {
    return isRecord(document) && typeof document['path'] === 'string' && typeof document['text'] === 'string';
  });
}

function areSignatures(value: unknown): boolean {
  return isRecord(value) && Object.values(value).every(isRecord);
}

function areNotices(value: unknown): boolean {
  return Array.isArray(value) && value.every(isRecord);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
