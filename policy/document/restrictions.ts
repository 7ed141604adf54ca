import { isScalar, visit, type Document, type Node, type YAMLMap } from 'yaml';
import { keyText, offsetOf } from './locate.ts';

/** Something that YAML allows and an agreement may not use, at an offset of the text. */
export interface Restricted {
  readonly offset: number;
  readonly message: string;
}

/** Marks that reorder text on the screen: what is shown would not be what is signed (Unicode TR36, 2.5). */
const REORDERS_TEXT = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
/** What no screen shows, joiners aside, without which some scripts cannot be written; and ends of lines that look like none. */
const INVISIBLE = /(?![\u200c\u200d])[\p{Default_Ignorable_Code_Point}\u2028\u2029]/u;
/** What a terminal obeys rather than shows. */
const CONTROL = /(?![\n\t])\p{Cc}/u;
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * What a signed document may not use: anchors, aliases, tags, directives, repeated keys, and characters that a reader
 * cannot see or a terminal obeys. Its text says everything, once.
 */
export function restricted(document: Document.Parsed): readonly Restricted[] {
  const found: Restricted[] = [];
  if (document.directives.yaml.explicit) found.push({ offset: 0, message: 'directives are not allowed' });
  visit(document, {
    Alias: (_, alias) =>
      void found.push({ offset: offsetOf(alias, 0), message: `aliases are not allowed: \`*${alias.source}\`` }),
    Node: (_, node) => void found.push(...ofNode(node)),
    Map: (_, map) => void found.push(...ofNode(map), ...repeatedKeys(map)),
  });
  return found;
}

function ofNode(node: Node & { anchor?: string; tag?: string }): readonly Restricted[] {
  const offset = offsetOf(node, 0);
  return [
    ...(node.anchor ? [{ offset, message: `anchors are not allowed: \`&${node.anchor}\`` }] : []),
    ...(node.tag ? [{ offset, message: `tags are not allowed: \`${shortTag(node.tag)}\`` }] : []),
    ...(isScalar(node) && typeof node.value === 'string' ? ofText(node.value, offset) : []),
  ];
}

function ofText(text: string, offset: number): readonly Restricted[] {
  if (LONE_SURROGATE.test(text)) return [{ offset, message: 'half of a surrogate pair is not a character' }];
  const control = CONTROL.exec(text)?.[0];
  if (control) return [{ offset, message: `the control character ${nameOf(control)} is not text` }];
  const reorders = REORDERS_TEXT.exec(text)?.[0];
  if (reorders) return [{ offset, message: `the invisible character ${nameOf(reorders)} reorders the text around it` }];
  const invisible = INVISIBLE.exec(text)?.[0];
  return invisible ? [{ offset, message: `the character ${nameOf(invisible)} cannot be seen` }] : [];
}

function nameOf(character: string): string {
  return `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;
}

function repeatedKeys(map: YAMLMap): readonly Restricted[] {
  const keys = new Set<string>();
  return map.items.flatMap(({ key }) => {
    const text = keyText(key);
    const repeated = keys.has(text);
    keys.add(text);
    return repeated ? [{ offset: offsetOf(key, 0), message: `\`${text}\` stands here a second time` }] : [];
  });
}

function shortTag(tag: string): string {
  return tag.replace(/^tag:yaml\.org,2002:/, '!!');
}
