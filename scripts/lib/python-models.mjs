/** Writes JSON Schemas as Python classes. It knows what our own schemas are made of, and throws at anything else. */

const WIDTH = 100;
/** A name that Python keeps for itself gets an underscore behind it, and its own name as alias. */
const KEYWORDS = new Set(["return"]);
const SCALARS = { string: "str", integer: "int", number: "float", boolean: "bool", null: "None" };
const NULLABLE = /\bNone$/;

export class PythonWriter {
  /** Name to text, in the order in which Python must read them. */
  #written = new Map();

  /**
   * Writes a Pydantic model of an object's schema, after those of its parts.
   *
   * @param schema a JSON Schema; it and every object in it have a title, which becomes the class's name
   * @param base the class to derive from
   * @throws Error at what cannot be written
   */
  addModel(schema, base) {
    const required = new Set(schema.required);
    const fields = Object.entries(schema.properties).map(([name, field]) =>
      this.#field(name, field, { base, isRequired: required.has(name) }),
    );
    const docs = schema.description ? [`    """${schema.description}"""`, ""] : [];
    this.#add(schema.title, [`class ${schema.title}(${base}):`, ...docs, ...fields]);
  }

  /** Writes a dictionary of which no key is required. */
  addDictionary(schema) {
    const keys = Object.entries(schema.properties).map(([name, field]) => `    ${name}: ${this.#type(field)}`);
    this.#add(schema.title, [`class ${schema.title}(TypedDict, total=False):`, ...keys]);
  }

  addText(name, text) {
    this.#add(name, [text]);
  }

  toString() {
    return [...this.#written.values()].join("\n\n\n");
  }

  #add(name, lines) {
    if (name === undefined) throw new Error(`Cannot write what has no title: ${lines.join(" ")}`);
    const text = lines.join("\n");
    if ((this.#written.get(name) ?? text) !== text) throw new Error(`Two different schemas have the title ${name}`);
    this.#written.set(name, text);
  }

  #field(name, schema, { base, isRequired }) {
    const type = this.#type(schema, base);
    const head = isRequired || NULLABLE.test(type) ? type : `${type} | None`;
    const settings = [
      ...(isRequired ? [] : ["default=None"]),
      ...(KEYWORDS.has(name) ? [`alias="${name}"`] : []),
      ...(schema.minimum > Number.MIN_SAFE_INTEGER ? [`ge=${schema.minimum}`] : []),
      ...(schema.description === undefined ? [] : [`description=${quoted(schema.description)}`]),
    ];
    const declared = `    ${KEYWORDS.has(name) ? `${name}_` : name}: ${head}`;
    if (settings.length === 0) return declared;
    if (settings.join() === "default=None") return `${declared} = None`;
    const line = `${declared} = Field(${settings.join(", ")})`;
    if (line.length <= WIDTH) return line;
    return [`${declared} = Field(`, ...settings.map((setting) => `        ${setting},`), "    )"].join("\n");
  }

  #type(schema, base) {
    if (schema.anyOf) return schema.anyOf.map((part) => this.#type(part, base)).join(" | ");
    if (Array.isArray(schema.type)) return schema.type.map(scalar).join(" | ");
    if (schema.enum) return this.#enumeration(schema);
    if (schema.type === "array") return `list[${this.#type(schema.items, base)}]`;
    if (schema.type !== "object") return scalar(schema.type);
    if (!schema.properties) return `dict[str, ${this.#type(schema.additionalProperties, base)}]`;
    // What stands in a dictionary is one.
    if (base === undefined) this.addDictionary(schema);
    else this.addModel(schema, base);
    return schema.title;
  }

  #enumeration({ title, enum: values }) {
    const written = values.map((value) => JSON.stringify(value));
    const line = `${title} = Literal[${written.join(", ")}]`;
    this.#add(
      title,
      line.length <= WIDTH ? [line] : [`${title} = Literal[`, ...written.map((each) => `    ${each},`), "]"],
    );
    return title;
  }
}

function scalar(type) {
  if (SCALARS[type] === undefined) throw new Error(`Cannot write the type ${type}`);
  return SCALARS[type];
}

/** A text as Python writes it, over several lines where it is long. */
function quoted(value) {
  const lines = value.match(new RegExp(`.{1,${WIDTH - 16}}(?: |$)`, "g"));
  if (lines.length === 1) return JSON.stringify(value);
  return ["(", ...lines.map((line) => `            ${JSON.stringify(line)}`), "        )"].join("\n");
}
