import { isScalar, visit, type Document, type Node, type YAMLMap } from 'yaml';
import { keyText, offsetOf } from './locate.ts';

/** Something that YAML allows and an agreement may not use, at an offset of the text. */
export interface Restricted {
  readonly offset: number;
  readonly message: string;
}

/** Marks that reorder text on the screen: what is shown would not be what is signed (Unicode TR36, 2.5). */
const REORDERS_TEXT = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * What a signed document may not use: anchors, aliases, tags, directives, repeated keys, and characters that a reader
 * cannot see. Its text says everything, once.
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
  const mark = REORDERS_TEXT.exec(text)?.[0].codePointAt(0);
  if (mark === undefined) return [];
  return [
    { offset, message: `the invisible character U+${mark.toString(16).toUpperCase()} reorders the text around it` },
  ];
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
