export const id = 7932;
export const ids = [7932];
export const modules = {

/***/ 50114:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {


/**
 * @license
 * Copyright 2020 Balena Ltd.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *    http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 *
 * ------------------------------------------------------------------------
 *
 * Copyright 2018 Zeit, Inc.
 * Licensed under the MIT License. See file LICENSE.md for a full copy.
 *
 * ------------------------------------------------------------------------
 */

/**
 * This module implements the [dockerignore
 * spec](https://docs.docker.com/engine/reference/builder/#dockerignore-file),
 * closely following Docker's (Moby) Golang implementation:
 * https://github.com/moby/moby/blob/v19.03.8/builder/dockerignore/dockerignore.go
 * https://github.com/moby/moby/blob/v19.03.8/pkg/fileutils/fileutils.go
 * https://github.com/moby/moby/blob/v19.03.8/pkg/archive/archive.go#L825
 *
 * Something the spec is not clear about, but we discovered by reading source code
 * and testing against the "docker build" command, is the handling of backslashes and
 * forward slashes as path separators and escape characters in the .dockerignore file
 * across platforms including Windows, Linux and macOS:
 *
 * * On Linux and macOS, only forward slashes can be used as path separators in the
 *   .dockerignore file, and the backslash works as an escape character.
 * * On Windows, both forward slashes and backslashes are allowed as path separators
 *   in the .dockerignore file, and the backslash is not used as an escape character.
 *
 * This is consistent with how Windows works generally: both forward slashes and
 * backslashes are accepted as path separators by the cmd.exe Command Prompt or
 * PowerShell, and by library functions like the Golang filepath.Clean or the
 * Node.js path.normalize.
 *
 * Similarly, path strings provided to the IgnoreBase.ignores() and IgnoreBase.filter()
 * methods can use either forward slashes or backslashes as path separators on Windows,
 * but only forward slashes are accepted as path separators on Linux and macOS.
 */

const path = __webpack_require__(16928);

const factory = options => new IgnoreBase(options); // https://github.com/kaelzhang/node-ignore/blob/5.1.4/index.js#L538-L539
// Fixes typescript module import


factory.default = factory;
module.exports = factory;

function make_array(subject) {
  return Array.isArray(subject) ? subject : [subject];
}

const REGEX_TRAILING_SLASH = /(?<=.)\/$/;
const REGEX_TRAILING_BACKSLASH = /(?<=.)\\$/;
const REGEX_TRAILING_PATH_SEP = path.sep === '\\' ? REGEX_TRAILING_BACKSLASH : REGEX_TRAILING_SLASH;
const KEY_IGNORE = typeof Symbol !== 'undefined' ? Symbol.for('dockerignore') : 'dockerignore'; // An implementation of Go's filepath.Clean
// https://golang.org/pkg/path/filepath/#Clean
// https://github.com/golang/go/blob/master/src/path/filepath/path.go
// Note that, like Go, on Windows this function converts forward slashes
// to backslashes.

function cleanPath(file) {
  return path.normalize(file).replace(REGEX_TRAILING_PATH_SEP, '');
} // Javascript port of Golang's filepath.ToSlash
// https://golang.org/pkg/path/filepath/#ToSlash
// https://github.com/golang/go/blob/master/src/path/filepath/path.go
// Convert any OS-specific path separator to '/'. Backslash is converted
// to forward slash on Windows, but not on Linux/macOS.
// Note that both forward slashes and backslashes are valid path separators on
// Windows. As a result, code such as `pattern.split(path.sep).join('/')` fails
// on Windows when forward slashes are used as path separators.


function toSlash(file) {
  if (path.sep === '/') {
    return file;
  }

  return file.replace(/\\/g, '/');
} // Javascript port of Golang's filepath.FromSlash
// https://github.com/golang/go/blob/master/src/path/filepath/path.go


function fromSlash(file) {
  if (path.sep === '/') {
    return file;
  }

  return file.replace(/\//g, path.sep);
}

class IgnoreBase {
  constructor({
    // https://github.com/kaelzhang/node-ignore/blob/5.1.4/index.js#L372
    ignorecase = true
  } = {}) {
    this._rules = [];
    this._ignorecase = ignorecase;
    this[KEY_IGNORE] = true;

    this._initCache();
  }

  _initCache() {
    this._cache = {};
  } // @param {Array.<string>|string|Ignore} pattern


  add(pattern) {
    this._added = false;

    if (typeof pattern === 'string') {
      pattern = pattern.split(/\r?\n/g);
    }

    make_array(pattern).forEach(this._addPattern, this); // Some rules have just added to the ignore,
    // making the behavior changed.

    if (this._added) {
      this._initCache();
    }

    return this;
  } // legacy


  addPattern(pattern) {
    return this.add(pattern);
  }

  _addPattern(pattern) {
    // https://github.com/kaelzhang/node-ignore/issues/32
    if (pattern && pattern[KEY_IGNORE]) {
      this._rules = this._rules.concat(pattern._rules);
      this._added = true;
      return;
    }

    if (this._checkPattern(pattern)) {
      const rule = this._createRule(pattern.trim());

      if (rule !== null) {
        this._added = true;

        this._rules.push(rule);
      }
    }
  }

  _checkPattern(pattern) {
    // https://github.com/moby/moby/blob/v19.03.8/builder/dockerignore/dockerignore.go#L34-L40
    return pattern && typeof pattern === 'string' && pattern.indexOf('#') !== 0 && pattern.trim() !== "";
  }

  filter(paths) {
    return make_array(paths).filter(path => this._filter(path));
  }

  createFilter() {
    return path => this._filter(path);
  }

  ignores(path) {
    return !this._filter(path);
  } // https://github.com/moby/moby/blob/v19.03.8/builder/dockerignore/dockerignore.go#L41-L53
  // https://github.com/moby/moby/blob/v19.03.8/pkg/fileutils/fileutils.go#L29-L55


  _createRule(pattern) {
    const origin = pattern;
    let negative = false; // > An optional prefix "!" which negates the pattern;
    // https://github.com/moby/moby/blob/v19.03.8/builder/dockerignore/dockerignore.go#L43-L46

    if (pattern[0] === '!') {
      negative = true;
      pattern = pattern.substring(1).trim();
    } // https://github.com/moby/moby/blob/v19.03.8/builder/dockerignore/dockerignore.go#L47-L53


    if (pattern.length > 0) {
      pattern = cleanPath(pattern);
      pattern = toSlash(pattern);

      if (pattern.length > 1 && pattern[0] === '/') {
        pattern = pattern.slice(1);
      }
    } // https://github.com/moby/moby/blob/v19.03.8/builder/dockerignore/dockerignore.go#L54-L55


    if (negative) {
      pattern = '!' + pattern;
    } // https://github.com/moby/moby/blob/v19.03.8/pkg/fileutils/fileutils.go#L30


    pattern = pattern.trim();

    if (pattern === "") {
      return null;
    } // https://github.com/moby/moby/blob/v19.03.8/pkg/fileutils/fileutils.go#L34
    // convert forward slashes to backslashes on Windows


    pattern = cleanPath(pattern); // https://github.com/moby/moby/blob/v19.03.8/pkg/fileutils/fileutils.go#L36-L42

    if (pattern[0] === '!') {
      if (pattern.length === 1) {
        return null;
      }

      negative = true;
      pattern = pattern.substring(1);
    } else {
      negative = false;
    }

    return {
      origin,
      pattern,
      // https://github.com/moby/moby/blob/v19.03.8/pkg/fileutils/fileutils.go#L54
      dirs: pattern.split(path.sep),
      negative
    };
  } // @returns `Boolean` true if the `path` is NOT ignored


  _filter(path) {
    if (!path) {
      return false;
    }

    if (path in this._cache) {
      return this._cache[path];
    }

    return this._cache[path] = this._test(path);
  } // @returns {Boolean} true if a file is NOT ignored
  // https://github.com/moby/moby/blob/v19.03.8/pkg/fileutils/fileutils.go#L62


  _test(file) {
    file = fromSlash(file); // equivalent to golang filepath.Dir() https://golang.org/src/path/filepath/path.go

    const parentPath = cleanPath(path.dirname(file));
    const parentPathDirs = parentPath.split(path.sep);
    let matched = false;

    this._rules.forEach(rule => {
      let match = this._match(file, rule); // https://github.com/moby/moby/blob/v19.03.8/pkg/fileutils/fileutils.go#L80


      if (!match && parentPath !== ".") {
        // Check to see if the pattern matches one of our parent dirs.
        if (rule.dirs.includes('**')) {
          // Ah shucks! We have to test every possible parent path that has 
          // a number of dirs _n_ where 
          // `rule.dirs.filter(doubleStar).length <= _n_ <= parentPathDirs.length`
          // since the ** can imply any number of directories including 0
          for (let i = rule.dirs.filter(x => x !== '**').length; i <= parentPathDirs.length; i++) {
            match = match || this._match(parentPathDirs.slice(0, i).join(path.sep), rule);
          }
        } else if (rule.dirs.length <= parentPathDirs.length) {
          // https://github.com/moby/moby/blob/v19.03.8/pkg/fileutils/fileutils.go#L83
          match = this._match(parentPathDirs.slice(0, rule.dirs.length).join(path.sep), rule);
        }
      }

      if (match) {
        matched = !rule.negative;
      }
    });

    return !matched;
  } // @returns {Boolean} true if a file is matched by a rule


  _match(file, rule) {
    return this._compile(rule).regexp.test(file);
  } // https://github.com/moby/moby/blob/v19.03.8/pkg/fileutils/fileutils.go#L139


  _compile(rule) {
    if (rule.regexp) {
      return rule;
    }

    let regStr = '^'; // Go through the pattern and convert it to a regexp.

    let escapedSlash = path.sep === '\\' ? '\\\\' : path.sep;

    for (let i = 0; i < rule.pattern.length; i++) {
      const ch = rule.pattern[i];

      if (ch === '*') {
        if (rule.pattern[i + 1] === '*') {
          // is some flavor of "**"
          i++; // Treat **/ as ** so eat the "/"

          if (rule.pattern[i + 1] === path.sep) {
            i++;
          }

          if (rule.pattern[i + 1] === undefined) {
            // is "**EOF" - to align with .gitignore just accept all
            regStr += ".*";
          } else {
            // is "**"
            // Note that this allows for any # of /'s (even 0) because
            // the .* will eat everything, even /'s
            regStr += `(.*${escapedSlash})?`;
          }
        } else {
          // is "*" so map it to anything but "/"
          regStr += `[^${escapedSlash}]*`;
        }
      } else if (ch === '?') {
        // "?" is any char except "/"
        regStr += `[^${escapedSlash}]`;
      } else if (ch === '.' || ch === '$') {
        // Escape some regexp special chars that have no meaning
        // in golang's filepath.Match
        regStr += `\\${ch}`;
      } else if (ch === '\\') {
        // escape next char. Note that a trailing \ in the pattern
        // will be left alone (but need to escape it)
        if (path.sep === '\\') {
          // On windows map "\" to "\\", meaning an escaped backslash,
          // and then just continue because filepath.Match on
          // Windows doesn't allow escaping at all
          regStr += escapedSlash;
          continue;
        }

        if (rule.pattern[i + 1] !== undefined) {
          regStr += '\\' + rule.pattern[i + 1];
          i++;
        } else {
          regStr += '\\';
        }
      } else {
        regStr += ch;
      }
    }

    regStr += "$";
    rule.regexp = new RegExp(regStr, this._ignorecase ? 'i' : '');
    return rule;
  }

}


/***/ }),

/***/ 76736:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ demandsOf)
});

// EXTERNAL MODULE: ../build-inputs/lib/instruction.js
var instruction = __webpack_require__(7505);
;// CONCATENATED MODULE: ../build-inputs/lib/word.js
const BRACED = /^([A-Za-z_][A-Za-z0-9_]*)(?:(:?[-+?])(.*))?$/s;
/** The index of the brace that closes the one before `start`; -1 when none does. */
function closing(text, start) {
    let depth = 1;
    for (let at = start; at < text.length; at++) {
        if (text[at] === '\\')
            at++;
        else if (text.startsWith('${', at))
            depth++;
        else if (text[at] === '}' && --depth === 0)
            return at;
    }
    return -1;
}
function braced(content, lookup) {
    const [, name, operator, operand = ''] = BRACED.exec(content) ?? [];
    // Patterns (`${x#y}`, `${x/y/z}`) are not worked out: whoever asks must then expect anything.
    if (name === undefined)
        return undefined;
    const value = lookup(name);
    if (value === undefined)
        return undefined;
    if (operator === undefined)
        return value ?? '';
    const there = value !== null && (value !== '' || !operator.startsWith(':'));
    if (operator.endsWith('+'))
        return there ? expandWord(operand, lookup) : '';
    return there ? value : expandWord(operand, lookup);
}
function plain(name, lookup) {
    // A dollar with no name behind it is only a dollar.
    if (name === '')
        return '$';
    const value = lookup(name);
    return value === null ? '' : value;
}
/**
 * Expands one word of a Dockerfile: quotes, escapes, `$name`, `${name}`, `${name:-word}` and `${name:+word}`.
 *
 * @returns undefined when it holds a variable whose value cannot be told from the Dockerfile.
 */
function expandWord(word, lookup) {
    let out = '';
    let quoted = false;
    for (let at = 0; at < word.length; at++) {
        const sign = word[at] ?? '';
        if (sign === "'" && !quoted) {
            const end = word.indexOf("'", at + 1);
            if (end < 0)
                return undefined;
            out += word.slice(at + 1, end);
            at = end;
        }
        else if (sign === '"')
            quoted = !quoted;
        else if (sign === '\\')
            out += word[++at] ?? '';
        else if (sign !== '$')
            out += sign;
        else {
            const inBraces = word[at + 1] === '{';
            const end = inBraces ? closing(word, at + 2) : at + 1 + (/^\w*/.exec(word.slice(at + 1))?.[0].length ?? 0);
            if (end < 0)
                return undefined;
            const value = inBraces ? braced(word.slice(at + 2, end), lookup) : plain(word.slice(at + 1, end), lookup);
            if (value === undefined)
                return undefined;
            out += value;
            at = inBraces ? end : end - 1;
        }
    }
    return quoted ? undefined : out;
}
/** The `NAME=value` pairs of an ARG or ENV instruction, values as written; a name alone has no value. */
function pairsOf(rest) {
    const words = rest.match(/(?:"(?:\\.|[^"\\])*"|'[^']*'|\\.|[^\s"'\\])+/g) ?? [];
    return words.map((word) => {
        const [, name, value] = /^([^=]+)=(.*)$/s.exec(word) ?? [];
        return name === undefined || value === undefined ? { name: word } : { name, value };
    });
}
/** The words of COPY, ADD and VOLUME: a JSON list, or words between blanks, in which quotes do not hold blanks together. */
function listOf(rest) {
    if (rest.startsWith('['))
        try {
            const value = JSON.parse(rest);
            if (Array.isArray(value) && value.every((each) => typeof each === 'string'))
                return value;
        }
        catch {
            // Not JSON: then it is words, as for the engine.
        }
    return rest.split(/[\t\v\f ]+/).filter((word) => word !== '');
}

;// CONCATENATED MODULE: ../build-inputs/lib/stage.js

const PLATFORM_VARIABLE = /^(TARGET|BUILD)(PLATFORM|OS|OSVERSION|ARCH|VARIANT)$/;
/** The variables that the engine itself sets for a platform; undefined for other names and when the engine chooses. */
function platformVariable(name, platform) {
    const [, side, part] = PLATFORM_VARIABLE.exec(name) ?? [];
    if (side !== 'TARGET' || platform === undefined)
        return undefined;
    const [os = '', architecture = '', variant = ''] = platform.split('/');
    const parts = { PLATFORM: platform, OS: os, ARCH: architecture, VARIANT: variant };
    return parts[part ?? ''];
}
/** Whether the engine sets this variable by itself. */
function isPlatformVariable(name) {
    return PLATFORM_VARIABLE.test(name);
}
function globalArguments(before, { buildArgs, platform }) {
    const globals = new Map();
    for (const { keyword, rest } of before) {
        if (keyword !== 'ARG')
            continue;
        for (const { name, value } of pairsOf(rest)) {
            const lookup = (each) => globals.get(each) ?? platformVariable(each, platform) ?? null;
            globals.set(name, buildArgs[name] ?? (value === undefined ? null : (expandWord(value, lookup) ?? null)));
        }
    }
    return globals;
}
/** Cuts a Dockerfile into its stages. */
function stagesOf(instructions, values) {
    const starts = instructions.flatMap(({ keyword }, index) => (keyword === 'FROM' ? [index] : []));
    const globals = globalArguments(instructions.slice(0, starts[0]), values);
    const lookup = (name) => {
        const own = globals.get(name);
        if (own !== undefined)
            return own;
        return isPlatformVariable(name) ? platformVariable(name, values.platform) : null;
    };
    const stages = starts.flatMap((start, index) => {
        const from = instructions[start];
        if (from === undefined)
            return [];
        const [image = '', , name] = from.rest.split(/\s+/);
        const body = instructions.slice(start + 1, starts[index + 1]);
        const base = expandWord(image, lookup);
        const named = name === undefined ? {} : { name: name.toLowerCase() };
        return [{ index, base, written: image, line: from.line, instructions: body, ...named }];
    });
    return { stages, globals };
}

;// CONCATENATED MODULE: ../build-inputs/lib/demand.js



const URL_SOURCE = /^(https?:\/\/|git@|git:\/\/|ssh:\/\/)/;
class Collector {
    sources = [];
    bases = [];
    doubts = [];
    declared = new Set();
    #stages;
    #globals;
    #values;
    #environments = new Map();
    constructor(stages, globals, values) {
        this.#stages = stages;
        this.#globals = globals;
        this.#values = values;
        for (const name of globals.keys())
            this.declared.add(name);
    }
    stageOf(name, before) {
        const named = this.#stages.findLast(({ name: own, index }) => own === name.toLowerCase() && index < before);
        return named ?? (/^\d+$/.test(name) ? this.#stages.find(({ index }) => index === Number(name) && index < before) : undefined);
    }
    #image(name, line, role, before) {
        const stage = this.stageOf(name, before);
        if (stage !== undefined)
            this.reach(stage);
        else if (name !== 'scratch')
            this.bases.push({ reference: name, line, role });
    }
    /** Collects what a stage and the stages below it read; gives the variables at its end. */
    reach(stage) {
        const known = this.#environments.get(stage.index);
        if (known !== undefined)
            return known;
        const environment = new Map();
        this.#environments.set(stage.index, environment);
        const { base, written, line } = stage;
        const parent = base === undefined ? undefined : this.stageOf(base, stage.index);
        if (base === undefined)
            this.doubts.push({ line, reason: `what FROM ${written} stands for is known only to the engine` });
        else if (parent !== undefined)
            for (const [name, value] of this.reach(parent))
                environment.set(name, value);
        else
            this.#image(base, line, 'from', stage.index);
        // What a parent left to be done ON BUILD reads the context of the child.
        if (parent?.instructions.some(({ keyword }) => keyword === 'ONBUILD'))
            this.sources.push({ pattern: '.', line });
        for (const instruction of stage.instructions)
            this.#read(instruction, environment, stage.index);
        return environment;
    }
    #lookup(environment) {
        // A name that no line sets may be set by the base image.
        return (name) => environment.get(name);
    }
    #read(instruction, environment, stage) {
        const { keyword, rest } = instruction;
        if (keyword === 'ENV')
            this.#setVariables(rest, environment);
        else if (keyword === 'ARG')
            this.#declareArguments(rest, environment);
        else if (keyword === 'COPY' || keyword === 'ADD')
            this.#copy(instruction, environment, stage);
        else if (keyword === 'RUN')
            this.#mounts(instruction, environment, stage);
    }
    #setVariables(rest, environment) {
        const lookup = this.#lookup(new Map(environment));
        const pairs = pairsOf(rest);
        // `ENV NAME some words` is the old form.
        const old = pairs[0]?.value === undefined && pairs[0] !== undefined;
        const all = old ? [{ name: pairs[0]?.name ?? '', value: rest.slice(pairs[0]?.name.length).trim() }] : pairs;
        for (const { name, value } of all)
            environment.set(name, value === undefined ? undefined : expandWord(value, lookup));
    }
    #declareArguments(rest, environment) {
        for (const { name, value } of pairsOf(rest)) {
            this.declared.add(name);
            const { buildArgs, platform } = this.#values;
            const fallback = value === undefined ? (this.#globals.get(name) ?? undefined) : expandWord(value, this.#lookup(environment));
            const engines = isPlatformVariable(name) ? platformVariable(name, platform) : undefined;
            environment.set(name, buildArgs[name] ?? engines ?? fallback);
        }
    }
    #copy({ keyword, flags, rest, line, heredocs }, environment, stage) {
        const from = flags.find(({ name }) => name === 'from')?.value;
        if (from !== undefined) {
            const name = expandWord(from, this.#lookup(environment));
            if (name === undefined)
                this.doubts.push({ line, reason: `what --from=${from} stands for is known only to the engine` });
            else
                this.#image(name, line, 'copy', stage);
            return;
        }
        const sources = listOf(rest)
            .slice(0, -1)
            .filter((word) => !heredocs.includes(word));
        for (const word of sources) {
            const pattern = expandWord(word, this.#lookup(environment));
            const remote = pattern !== undefined && keyword === 'ADD' && (URL_SOURCE.test(pattern) || /\.git(#|$)/.test(pattern));
            if (remote)
                this.#remote(pattern, flags.find(({ name }) => name === 'checksum')?.value, line);
            else
                this.sources.push({ pattern: pattern ?? '.', line });
        }
    }
    #remote(address, checksum, line) {
        const pinned = checksum !== undefined || /#[0-9a-f]{40}(:|$)/.test(address);
        if (!pinned)
            this.doubts.push({ line, reason: `ADD ${address} may bring other bytes each time; give it a --checksum` });
    }
    #mounts({ flags, line }, environment, stage) {
        for (const { value } of flags.filter(({ name }) => name === 'mount')) {
            const fields = new Map(value.split(',').map((field) => [field.split('=')[0] ?? '', field.replace(/^[^=]*=?/, '')]));
            const type = fields.get('type') ?? 'bind';
            if (type !== 'bind' && type !== 'cache')
                continue;
            const from = fields.get('from');
            if (from !== undefined)
                this.#image(expandWord(from, this.#lookup(environment)) ?? from, line, 'copy', stage);
            else if (type === 'bind') {
                const source = fields.get('source') ?? fields.get('src') ?? '.';
                this.sources.push({ pattern: expandWord(source, this.#lookup(environment)) ?? '.', line });
            }
        }
    }
}
/** What a Dockerfile makes a build read when it is built with these values. */
function demandsOf(text, values) {
    const { syntax, instructions, doubts } = (0,instruction/* parseDockerfile */.A)(text);
    const { stages, globals } = stagesOf(instructions, values);
    const collector = new Collector(stages, globals, values);
    const { target } = values;
    const last = target === undefined ? stages.at(-1) : collector.stageOf(target, stages.length);
    if (last !== undefined)
        collector.reach(last);
    if (syntax !== undefined)
        collector.bases.push({ reference: syntax.split(/\s/)[0] ?? syntax, line: 1, role: 'syntax' });
    return {
        sources: collector.sources,
        bases: collector.bases,
        doubts: [...doubts, ...collector.doubts],
        declared: [...collector.declared],
        stages: stages.map(({ name, index }) => name ?? String(index)),
        targetFound: last !== undefined,
    };
}


/***/ }),

/***/ 57848:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ inputsOf)
});

// EXTERNAL MODULE: ../oci/lib/measure.js
var measure = __webpack_require__(87012);
// EXTERNAL MODULE: ../build-inputs/lib/demand.js + 2 modules
var demand = __webpack_require__(76736);
// EXTERNAL MODULE: ../../node_modules/@balena/dockerignore/ignore.js
var ignore = __webpack_require__(50114);
;// CONCATENATED MODULE: ../build-inputs/lib/ignore.js

/** The ignore files that an engine looks for, the first that is there counts; paths from the context. */
function ignoreCandidates(dockerfile, engine) {
    // Podman's own name comes first for buildah.
    const names = engine === 'buildah' ? ['.containerignore', '.dockerignore'] : ['.dockerignore'];
    return [...names.map((name) => `${dockerfile}${name}`), ...names];
}
/** The rules of an ignore file, as Docker reads them: in order, `!` takes back, `**` for any depth. */
function parseIgnore(text) {
    const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
    // The library never leaves out a file at the root that is called as a property of every object is (`constructor`); that one
    // then counts without being read, which costs a build and misses nothing.
    const rules = ignore["default"]({ ignorecase: false }).add([...lines]);
    return (path) => rules.ignores(path);
}

// EXTERNAL MODULE: ../build-inputs/lib/pattern.js
var lib_pattern = __webpack_require__(99983);
;// CONCATENATED MODULE: ../build-inputs/lib/selection.js

const LINK = '120000';
/** Whether a source is a link or leads through one; what it then reads lies where the link points to. */
function throughLink(pattern, links) {
    const clean = (0,lib_pattern/* cleanPath */.t)(pattern);
    const matches = (0,lib_pattern/* patternMatcher */.l)(clean);
    return links.some((link) => clean.startsWith(`${link}/`) || (matches(link) && !link.startsWith(`${clean}/`)));
}
/** The selection of a build's files among those of its context; paths are from the context. */
function selectionOf({ sources }, ignored, entries) {
    const links = [...entries].filter(([, { mode }]) => mode === LINK).map(([path]) => path);
    const readers = sources.map((source) => {
        // Links are followed by the engine, so all of the context may be meant.
        const pattern = (0,lib_pattern/* cleanPath */.t)(source.pattern) !== '.' && throughLink(source.pattern, links) ? '.' : source.pattern;
        return { source, matches: (0,lib_pattern/* patternMatcher */.l)(pattern) };
    });
    return {
        readerOf: (path) => {
            const reader = readers.find(({ matches }) => matches(path))?.source;
            return reader === undefined || ignored(path) ? undefined : reader;
        },
    };
}

;// CONCATENATED MODULE: ../build-inputs/lib/inputs.js





/** Arguments that name the commit: with one of them no two commits give the same image. */
const OF_THE_COMMIT = ['COMMIT', 'SOURCE_DATE_EPOCH'];
const SUBMODULE = '160000';
const NAMED = 3;
const join = (folder, path) => (0,lib_pattern/* cleanPath */.t)(`${folder}/${path}`);
function some(paths) {
    const more = paths.length > NAMED ? ` and ${paths.length - NAMED} more` : '';
    return paths.slice(0, NAMED).join(', ') + more;
}
function unique(values) {
    return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
/** The demands of all platforms together. */
function allDemands(text, { target, buildArgs, platforms }) {
    const each = (platforms.length === 0 ? [undefined] : platforms).map((platform) => (0,demand/* demandsOf */.w)(text, { target, buildArgs, platform }));
    return {
        sources: unique(each.flatMap(({ sources }) => sources)),
        bases: unique(each.flatMap(({ bases }) => bases)),
        doubts: unique(each.flatMap(({ doubts }) => doubts)),
        declared: unique(each.flatMap(({ declared }) => declared)),
        stages: each[0]?.stages ?? [],
        targetFound: each.every(({ targetFound }) => targetFound),
    };
}
function entriesBelow({ entries }, context) {
    if (context === '.')
        return entries;
    const below = [...entries].filter(([path]) => path.startsWith(`${context}/`));
    return new Map(below.map(([path, entry]) => [path.slice(context.length + 1), entry]));
}
function commitDoubts({ declared }, buildArgs) {
    const dependent = declared.filter((name) => OF_THE_COMMIT.includes(name) && !(name in buildArgs));
    return dependent.map((name) => ({
        reason: `it declares ARG ${name}, so each commit gives another image; the label org.opencontainers.image.revision names the commit without that`,
    }));
}
function changeDoubts(request, tree, ruleOf) {
    const scratch = request.scratch === undefined ? undefined : (0,lib_pattern/* cleanPath */.t)(request.scratch);
    const own = (path) => scratch !== undefined && path.startsWith(`${scratch}/`);
    const read = tree.changed.filter((path) => !own(path) && ruleOf(path) !== undefined);
    if (read.length === 0)
        return [];
    const what = read.length === 1 ? 'a file that the build reads is' : `${read.length} files that the build reads are`;
    return [{ reason: `${what} not as the commit has it: ${some(read)}` }];
}
/** Git's own folder is no file of a commit, and is another one with each commit. */
function historyDoubts(context, selection) {
    const source = context === '.' ? selection.readerOf('.git/HEAD') : undefined;
    // Behind a link the whole context counts, but only what the link leads to is copied.
    if (source === undefined || !(0,lib_pattern/* patternMatcher */.l)(source.pattern)('.git/HEAD'))
        return [];
    return [{ line: source.line, reason: 'it copies the folder .git, which every commit changes; name .git in the ignore file' }];
}
async function submoduleDoubts(paths, { exists }) {
    const there = await Promise.all(paths.map((path) => exists(`${path}/.git`)));
    const absent = paths.filter((_, index) => there[index] === false);
    return absent.map((path) => ({ reason: `the submodule ${path} is not checked out` }));
}
async function resolveAll(bases, world) {
    const answers = await Promise.all(bases.map((base) => world.resolveBase(base.reference)));
    const resolved = bases.map((base, index) => {
        const answer = answers[index];
        const known = answer !== undefined && 'identity' in answer ? answer : undefined;
        return { ...base, identity: known?.identity, pin: known?.pin };
    });
    const doubts = answers.flatMap((answer, index) => {
        const line = bases[index]?.line;
        return 'doubt' in answer ? [{ reason: answer.doubt, ...(line !== undefined && { line }) }] : [];
    });
    return { resolved, doubts };
}
async function unresolved(bases) {
    return { resolved: bases.map((base) => ({ ...base, identity: undefined, pin: undefined })), doubts: [] };
}
/** The text whose hash the inputs digest is: the same inputs give the same text, in whatever order they were found. */
function renderInputs({ request, dockerfile, ignore, bases, files }) {
    const sorted = (values) => values.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    return JSON.stringify({
        version: 1,
        engine: request.engine,
        dockerfile: (0,measure/* digestOf */.o)(dockerfile),
        ignore: ignore === undefined ? null : (0,measure/* digestOf */.o)(ignore),
        target: request.target ?? null,
        platforms: request.platforms.length > 0
            ? sorted(request.platforms)
            : [`the engine's own on ${request.machine ?? 'an unknown machine'}`],
        buildArgs: sorted(Object.entries(request.buildArgs)),
        imageVersion: request.version ?? null,
        secrets: sorted(request.secretIds),
        bases: sorted(bases.map(({ reference, identity }) => [reference, identity])),
        files: sorted(files.map(([path, { mode, id }]) => [path, mode, id])),
    });
}
function ruleFinder(context, dockerfile, ignore, selection) {
    const below = context === '.' ? '' : `${context}/`;
    return (path) => {
        if (path === join(context, dockerfile))
            return 'it is the Dockerfile';
        if (!path.startsWith(below))
            return undefined;
        const inside = path.slice(below.length);
        if (inside === ignore)
            return 'it says what the build leaves out';
        const source = selection.readerOf(inside);
        return source === undefined ? undefined : `line ${source.line} of ${join(context, dockerfile)} reads ${source.pattern}`;
    };
}
/** Finds out what a build reads, and whether that can be proved equal to what another build read. */
async function inputsOf(request, world) {
    const { tree } = world;
    const [context, dockerfile] = [(0,lib_pattern/* cleanPath */.t)(request.context), (0,lib_pattern/* cleanPath */.t)(request.dockerfile)];
    const entries = entriesBelow(tree, context);
    const candidates = ignoreCandidates(dockerfile, request.engine);
    const ignore = candidates.find((path) => entries.has(path) || tree.changed.includes(join(context, path)));
    const text = await world.readText(join(context, dockerfile));
    const ignoreText = ignore === undefined ? undefined : await world.readText(join(context, ignore));
    const demands = allDemands(text, request);
    const selection = selectionOf(demands, ignoreText === undefined ? () => false : parseIgnore(ignoreText), entries);
    const ruleOf = ruleFinder(context, dockerfile, ignore, selection);
    const files = [...entries].filter(([path]) => selection.readerOf(path) !== undefined);
    const submodules = files.filter(([, { mode }]) => mode === SUBMODULE).map(([path]) => join(context, path));
    const local = [
        ...(demands.targetFound ? [] : [{ reason: `it has no stage ${request.target ?? ''}` }]),
        ...demands.doubts,
        ...commitDoubts(demands, request.buildArgs),
        ...historyDoubts(context, selection),
        ...changeDoubts(request, tree, ruleOf),
        ...(await submoduleDoubts(submodules, world)),
    ];
    // No registry is asked about what cannot be proved equal anyway.
    const { resolved, doubts } = await (local.length === 0 ? resolveAll(demands.bases, world) : unresolved(demands.bases));
    const all = [...local, ...doubts];
    const document = renderInputs({ request, dockerfile: text, ignore: ignoreText, bases: resolved, files });
    const digest = all.length === 0 ? (0,measure/* digestOf */.o)(document) : undefined;
    return { digest, doubts: all, bases: resolved, declared: demands.declared, ruleOf, files: files.length };
}


/***/ }),

/***/ 7505:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ parseDockerfile)
/* harmony export */ });
const DIRECTIVE = /^#\s*([A-Za-z][A-Za-z0-9]*)\s*=\s*(.+?)\s*$/;
const FLAG = /^--([A-Za-z0-9-]+)(?:=("[^"]*"|'[^']*'|\S*))?(?=\s|$)\s*/;
const WITH_HEREDOCS = ['ADD', 'COPY', 'RUN', 'ONBUILD'];
/** Directives stand before anything else; the first line that is none ends them. */
function directivesOf(lines) {
    const found = new Map();
    for (const line of lines) {
        const [, name, value] = DIRECTIVE.exec(line.trim()) ?? [];
        if (name === undefined || value === undefined)
            break;
        if (!found.has(name.toLowerCase()))
            found.set(name.toLowerCase(), value);
    }
    return found;
}
/** The shell words of a text, quotes kept: `<<EOF` inside quotes is no here-document. */
function shellWords(text) {
    return text.match(/(?:"(?:\\.|[^"\\])*"|'[^']*'|\\.|[^\s"'\\])+/g) ?? [];
}
function isHeredoc(word) {
    return /^\d*<<-?[^<\s]+$/.test(word);
}
function heredocsOf(keyword, rest) {
    if (!WITH_HEREDOCS.includes(keyword) || rest.startsWith('['))
        return [];
    return shellWords(rest).filter(isHeredoc);
}
const nameOf = (marker) => marker.replace(/^\d*<<-?/, '').replaceAll(/["'\\]/g, '');
function split(text) {
    const [, word = '', after = ''] = /^(\S+)\s*(.*)$/s.exec(text) ?? [];
    const flags = [];
    let rest = after;
    for (let found = FLAG.exec(rest); found !== null; found = FLAG.exec(rest)) {
        flags.push({ name: found[1] ?? '', value: (found[2] ?? '').replaceAll(/^["']|["']$/g, '') });
        rest = rest.slice(found[0].length);
    }
    return { keyword: word.toUpperCase(), flags, rest: rest.trim() };
}
class Reader {
    #lines;
    #continued;
    #at = 0;
    constructor(lines, sign) {
        this.#lines = lines;
        this.#continued = sign === '`' ? /`[ \t]*$/ : /\\[ \t]*$/;
    }
    #isRemark(line) {
        return /^\s*(#.*)?$/.test(line);
    }
    /** The next instruction's text on one line and the number of its first line; undefined at the end. */
    next() {
        while (this.#at < this.#lines.length && this.#isRemark(this.#lines[this.#at] ?? ''))
            this.#at++;
        if (this.#at >= this.#lines.length)
            return undefined;
        const line = this.#at + 1;
        let text = '';
        while (this.#at < this.#lines.length) {
            const raw = this.#lines[this.#at++] ?? '';
            // Inside a continued instruction, remarks and blank lines are dropped and do not end it.
            if (text !== '' && this.#isRemark(raw))
                continue;
            text += raw.replace(this.#continued, '');
            if (!this.#continued.test(raw))
                break;
            text += ' ';
        }
        return { text: text.trim(), line };
    }
    /** Passes over a here-document; false when nothing ends it. */
    skipHeredoc(marker) {
        const tabs = /^\d*<<-/.test(marker);
        while (this.#at < this.#lines.length) {
            const line = this.#lines[this.#at++] ?? '';
            if ((tabs ? line.replace(/^\t+/, '') : line) === nameOf(marker))
                return true;
        }
        return false;
    }
}
/**
 * Reads a Dockerfile the way BuildKit's parser does: directives, continued lines, remarks, flags and here-documents.
 *
 * @returns what can be read, and a doubt for each place that cannot be read with certainty; it never throws.
 */
function parseDockerfile(text) {
    const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
    const directives = directivesOf(lines);
    const reader = new Reader(lines, directives.get('escape') ?? '\\');
    const instructions = [];
    const doubts = [];
    for (let found = reader.next(); found !== undefined; found = reader.next()) {
        const { line } = found;
        const parts = split(found.text);
        const heredocs = heredocsOf(parts.keyword, parts.rest);
        instructions.push({ ...parts, line, heredocs });
        for (const marker of heredocs)
            if (!reader.skipHeredoc(marker))
                doubts.push({ line, reason: `nothing ends the here-document ${marker}` });
    }
    const syntax = directives.get('syntax');
    return { ...(syntax !== undefined && { syntax }), instructions, doubts };
}


/***/ }),

/***/ 79227:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ lookUp)
/* harmony export */ });
/* unused harmony export inputsTag */
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67450);

/** The tag under which publishing puts the image that was built from these inputs; written once. */
function inputsTag(inputs) {
    return inputs.replace('sha256:', 'inputs-');
}
/** Asks a repository for the image of these inputs; whatever goes wrong is a doubt, never an error. */
async function lookUp({ digest, doubts }, repository, registries, cancelled) {
    if (digest === undefined)
        return { kind: 'unknown', doubts };
    const found = await (0,_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .asked */ .NZ)(registries.open(repository).then((reader) => reader.manifest(inputsTag(digest))), cancelled);
    if ('doubt' in found)
        return { kind: 'unknown', unreachable: true, doubts: [{ reason: `the registry could not be asked: ${found.doubt}` }] };
    const image = found.answer?.digest;
    return image === undefined ? { kind: 'missing', inputs: digest } : { kind: 'found', inputs: digest, image };
}


/***/ }),

/***/ 99983:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ patternMatcher),
/* harmony export */   t: () => (/* binding */ cleanPath)
/* harmony export */ });
const WILD = /[*?[\\]/;
/** A path of the build context in its shortest form, without a slash in front; `.` is the context itself. */
function cleanPath(path) {
    const parts = [];
    for (const part of path.split('/')) {
        // The context is a root: nothing leads out of it.
        if (part === '..')
            parts.pop();
        else if (part !== '' && part !== '.')
            parts.push(part);
    }
    return parts.length === 0 ? '.' : parts.join('/');
}
/** One part of a path as an expression, by the rules of Go's `filepath.Match`, which engines use for COPY. */
function partExpression(part) {
    let out = '';
    for (let at = 0; at < part.length; at++) {
        const sign = part[at] ?? '';
        const end = sign === '[' ? part.indexOf(']', at + 2) : -1;
        if (sign === '*')
            out += '[^/]*';
        else if (sign === '?')
            out += '[^/]';
        else if (sign === '\\')
            out += (part[++at] ?? '').replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
        else if (end > 0) {
            out += `[${part.slice(at + 1, end).replaceAll('[', '\\[')}]`;
            at = end;
        }
        else
            out += sign.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
    }
    return out;
}
function expressionOf(parts) {
    try {
        return new RegExp(`^${parts.map(partExpression).join('/')}(?:/|$)`, 's');
    }
    catch {
        return undefined;
    }
}
/**
 * Tells which paths of a context an instruction's source reads: what it names, and all below it.
 *
 * Where a pattern cannot be told exactly, more paths match, never fewer.
 */
function patternMatcher(pattern) {
    const clean = cleanPath(pattern);
    if (clean === '.')
        return () => true;
    if (!WILD.test(clean))
        return (path) => path === clean || path.startsWith(`${clean}/`);
    const parts = clean.split('/');
    const deep = parts.findIndex((part) => part.includes('**'));
    const expression = expressionOf(deep < 0 ? parts : parts.slice(0, deep));
    return expression === undefined || deep === 0 ? () => true : (path) => expression.test(path);
}


/***/ }),

/***/ 67450:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ho: () => (/* binding */ registriesOf),
/* harmony export */   NZ: () => (/* binding */ asked),
/* harmony export */   YK: () => (/* binding */ accessOf),
/* harmony export */   uB: () => (/* binding */ pinnedBase),
/* harmony export */   yf: () => (/* binding */ baseResolver)
/* harmony export */ });
/* harmony import */ var _slipway_failure__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92393);
/* harmony import */ var _slipway_oci__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18821);
/* harmony import */ var _slipway_oci__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57929);
/* harmony import */ var _slipway_oci__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3738);
/* harmony import */ var _slipway_oci__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(50681);


/** A look-up is a courtesy: a registry that takes longer is treated as one that does not answer. */
const LOOKUP_LIMIT_MS = 20_000;
/** The access that inputs describe, for the registry of an image. */
function accessOf(given, image) {
    const { username, password, githubToken, dockerConfig, insecure } = given;
    return {
        insecure,
        ...(image !== undefined && { image }),
        ...(username !== undefined && { username }),
        ...(password !== undefined && { password: password.reveal() }),
        ...(githubToken !== undefined && { githubToken: githubToken.reveal() }),
        ...(dockerConfig !== undefined && { dockerConfig }),
    };
}
function signalOf(cancelled) {
    return AbortSignal.any([cancelled, AbortSignal.timeout(LOOKUP_LIMIT_MS)]);
}
/** GitHub's registry takes any user name with a token. */
function tokenFor(registry, { username, githubToken }) {
    if (registry !== 'ghcr.io' || githubToken === undefined || username !== undefined)
        return undefined;
    return Promise.resolve({ username: 'token', password: githubToken });
}
/** Registries with the credentials that each of them is meant for, looked for once. */
function registriesOf(access, ports) {
    const { image, insecure, dockerConfig } = access;
    const own = image === undefined ? undefined : (0,_slipway_oci__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(image).registry;
    const known = new Map();
    const credentialsFor = (registry) => {
        // A password goes to the registry it was given for and to no other, whatever a Dockerfile names.
        const given = registry === own ? access : { ...(dockerConfig !== undefined && { dockerConfig }) };
        const found = known.get(registry) ?? tokenFor(registry, access) ?? (0,_slipway_oci__WEBPACK_IMPORTED_MODULE_1__/* .findCredentials */ .g)(registry, given, ports);
        known.set(registry, found);
        return found;
    };
    const { http, clock, log, cancelled } = ports;
    return {
        open: async (repository) => {
            const credentials = await credentialsFor(repository.registry);
            const plain = insecure && repository.registry === own;
            const settings = { ...repository, http, clock, log, signal: signalOf(cancelled), insecure: plain };
            return (0,_slipway_oci__WEBPACK_IMPORTED_MODULE_2__/* .registryReader */ .xk)({ ...settings, ...(credentials && { credentials }) });
        },
    };
}
/** What a registry said, or why it said nothing; a cancelled run is thrown on. */
async function asked(work, cancelled) {
    try {
        return { answer: await work };
    }
    catch (error) {
        if (cancelled.aborted)
            throw error;
        if (error instanceof _slipway_failure__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .H)
            return { doubt: error.problems[0]?.message ?? error.message };
        if (error instanceof Error && /abort|timeout/i.test(error.name))
            return { doubt: `The registry did not answer within ${LOOKUP_LIMIT_MS / 1000} s.` };
        throw error;
    }
}
/** Knows only base images whose names hold their digest, and asks nobody. */
async function pinnedBase(name) {
    const [, digest] = /@(sha256:[0-9a-f]{64})$/.exec(name) ?? [];
    return digest === undefined
        ? { doubt: `${name} is not pinned to a digest, and no registry was asked` }
        : { identity: digest, pin: name };
}
/** Finds the digest behind the name of a base image; each name is asked for once. */
function baseResolver(registries, cancelled) {
    const known = new Map();
    const resolve = async (name) => {
        const found = await asked((async () => {
            const reference = (0,_slipway_oci__WEBPACK_IMPORTED_MODULE_4__/* .parseImageName */ .i)(name);
            if (reference.digest !== undefined)
                return reference.digest;
            return (await (await registries.open(reference)).manifest(reference.tag ?? 'latest'))?.digest;
        })(), cancelled);
        if ('doubt' in found)
            return { doubt: `which bytes ${name} stands for cannot be found out: ${found.doubt}` };
        if (found.answer === undefined)
            return { doubt: `the registry has no image ${name}` };
        const { registry, path } = (0,_slipway_oci__WEBPACK_IMPORTED_MODULE_4__/* .parseImageName */ .i)(name);
        return { identity: found.answer, pin: (0,_slipway_oci__WEBPACK_IMPORTED_MODULE_0__/* .renderReference */ .Wj)({ registry, path, digest: found.answer }) };
    };
    return (name) => {
        const answer = known.get(name) ?? resolve(name);
        known.set(name, answer);
        return answer;
    };
}


/***/ }),

/***/ 56091:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseServices)
/* harmony export */ });
/* harmony import */ var _slipway_config__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10403);
/* harmony import */ var _slipway_failure__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92393);
/* harmony import */ var _slipway_oci__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60941);
/* harmony import */ var _slipway_oci__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(18821);



const text = { type: 'string', minLength: 1 };
const settings = {
    context: text,
    dockerfile: text,
    target: text,
    platforms: { type: 'array', items: text },
    'build-args': { type: 'object', additionalProperties: { type: 'string' } },
    secrets: { type: 'array', items: text },
};
const SCHEMA = {
    schema: {
        type: 'object',
        additionalProperties: false,
        required: ['services'],
        properties: {
            images: text,
            defaults: { type: 'object', additionalProperties: false, properties: settings },
            services: {
                type: 'object',
                minProperties: 1,
                additionalProperties: { type: ['object', 'null'], additionalProperties: false, properties: settings },
            },
        },
    },
};
/** The platform as builds write it; one that is none stays as it is, and is a problem. */
const normal = (platform) => (0,_slipway_oci__WEBPACK_IMPORTED_MODULE_0__/* .platformProblem */ .J4)(platform) === undefined ? (0,_slipway_oci__WEBPACK_IMPORTED_MODULE_0__/* .renderPlatform */ .qn)((0,_slipway_oci__WEBPACK_IMPORTED_MODULE_0__/* .parsePlatform */ .FL)(platform)) : platform;
function requestOf(name, { context = '.', dockerfile = 'Dockerfile', ...rest }, builder) {
    const named = (path) => path.replaceAll('{name}', name);
    return {
        context: named(context),
        dockerfile: named(dockerfile),
        target: rest.target,
        platforms: [...new Set((rest.platforms ?? []).map(normal))],
        buildArgs: Object.fromEntries(Object.entries(rest['build-args'] ?? {}).map(([key, value]) => [key, named(value)])),
        secretIds: rest.secrets ?? [],
        ...builder,
    };
}
/**
 * Parses the list of a repository's services. In paths and arguments, `{name}` stands for the service.
 *
 * @throws Failure with every problem, each on its line.
 */
function parseServices(file, content, builder) {
    const { value, source } = (0,_slipway_config__WEBPACK_IMPORTED_MODULE_1__/* .parseConfig */ .o)(file, content, SCHEMA);
    const { images, defaults = {} } = value;
    const at = (problem, ...path) => problem === undefined ? [] : [{ ...problem, location: source.locate(path) }];
    const services = Object.entries(value.services).map(([name, own]) => {
        const request = requestOf(name, { ...defaults, ...own }, builder);
        return { name, image: images === undefined ? undefined : `${images}/${name}`, request };
    });
    (0,_slipway_failure__WEBPACK_IMPORTED_MODULE_2__/* .failWhen */ .x)([
        ...(images === undefined ? [] : at((0,_slipway_oci__WEBPACK_IMPORTED_MODULE_3__/* .repositoryProblem */ .Ki)(`${images}/x`), 'images')),
        ...services.flatMap(({ name, request }) => [
            ...at((0,_slipway_oci__WEBPACK_IMPORTED_MODULE_3__/* .imageNameProblem */ .iS)(name), 'services', name),
            ...request.platforms.flatMap((platform) => at((0,_slipway_oci__WEBPACK_IMPORTED_MODULE_0__/* .platformProblem */ .J4)(platform), 'services', name)),
        ]),
    ]);
    return services;
}


/***/ }),

/***/ 43599:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ serviceInputs)
/* harmony export */ });
/* harmony import */ var _slipway_oci__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50681);
/* harmony import */ var _slipway_oci__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18821);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57848);


function repositoryIn(reference) {
    try {
        const { registry, path, digest } = (0,_slipway_oci__WEBPACK_IMPORTED_MODULE_0__/* .parseImageName */ .i)(reference);
        return digest === undefined ? (0,_slipway_oci__WEBPACK_IMPORTED_MODULE_1__/* .renderReference */ .Wj)({ registry, path }) : undefined;
    }
    catch {
        return undefined;
    }
}
/** Works out the inputs of services in their order, each once. */
function serviceInputs(services, world, lookUpService) {
    // Only finished ones are kept: within a circle, waiting for one that is on its way would wait for ever.
    const finished = new Map();
    const serviceOf = (reference) => {
        const repository = repositoryIn(reference);
        return repository === undefined ? undefined : services.find(({ image }) => image === repository);
    };
    const resolve = async (reference, on) => {
        const service = serviceOf(reference);
        if (service === undefined)
            return world.resolveBase(reference);
        if (on.includes(service.name))
            return { doubt: `${[...on, service.name].join(' builds on ')}, which has no beginning` };
        const inputs = await find(service, on);
        if (inputs.digest === undefined)
            return { doubt: `it builds on ${service.name}, of which this cannot be told: ${inputs.doubts[0]?.reason ?? ''}` };
        const found = await lookUpService(service, inputs);
        if (found.kind === 'unknown')
            return { doubt: `it builds on ${service.name}: ${found.doubts[0]?.reason ?? ''}` };
        const pin = found.kind === 'found' ? `${service.image}@${found.image}` : undefined;
        return { identity: `inputs:${inputs.digest}`, pin };
    };
    const find = async (service, on) => {
        const known = finished.get(service.name);
        if (known !== undefined)
            return known;
        const resolveBase = (reference) => resolve(reference, [...on, service.name]);
        const inputs = await (0,_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .inputsOf */ .V)(service.request, { ...world, resolveBase });
        finished.set(service.name, inputs);
        return inputs;
    };
    return {
        serviceOf,
        resolveBase: (reference) => resolve(reference, []),
        inputsOf: (service) => find(service, []),
    };
}


/***/ }),

/***/ 51334:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ openWorld)
});

;// CONCATENATED MODULE: ../build-inputs/lib/tree.js
const RECORD = /^(\S) (\d{6}) ([0-9a-f]+) (\d)\t(.+)$/s;
/** Parses what `git ls-files -v --stage -z` prints; `absent` are files that the checkout leaves out. */
function parseIndex(text) {
    const entries = new Map();
    const absent = [];
    for (const record of text.split('\0')) {
        const [, tag = '', mode = '', id = '', stage, path] = RECORD.exec(record) ?? [];
        if (path === undefined)
            continue;
        entries.set(path, { mode, id });
        // Not in the working tree (S), taken on trust (lower case), or in conflict: the commit says nothing about the disk.
        if (tag !== 'H' || stage !== '0')
            absent.push(path);
    }
    return { entries, absent };
}
/** The paths in what `git status --porcelain=v1 -z --no-renames` prints. */
function parseStatus(text) {
    return text
        .split('\0')
        .filter((record) => record.length > 3)
        .map((record) => record.slice(3));
}
const first = (text) => text.trim().split('\n')[0] ?? '';
async function git(exec, folder, args) {
    // No lock is taken: another Git may work in the same checkout.
    const { exitCode, stdout, stderr } = await exec.run('git', ['--no-optional-locks', '-C', folder, ...args]);
    return exitCode === 0 ? stdout : { doubt: `git ${args[0]} says: ${first(stderr) || `exit code ${exitCode}`}` };
}
/** Reads the files of the checkout that a folder lies in; three short commands, whatever the number of services. */
async function readTree(exec, folder) {
    if ((await exec.which('git')) === undefined)
        return { doubt: 'there is no git here to tell which files changed' };
    const [where, index, status] = await Promise.all([
        git(exec, folder, ['rev-parse', '--show-prefix']),
        git(exec, folder, ['ls-files', '-v', '--stage', '-z', '--full-name', ':/']),
        git(exec, folder, [
            ...['status', '--porcelain=v1', '-z', '--no-renames', '--untracked-files=all'],
            // With every untracked file named, Git names ignored ones each as well.
            ...['--ignored=traditional', '--ignore-submodules=none'],
        ]),
    ]);
    for (const each of [where, index, status])
        if (typeof each !== 'string')
            return each;
    const { entries, absent } = parseIndex(String(index));
    const prefix = String(where).replace(/\n$/, '');
    return { tree: { prefix, entries, changed: [...parseStatus(String(status)), ...absent] } };
}

;// CONCATENATED MODULE: ../build-inputs/lib/world.js

/** Opens the checkout that a workspace lies in; paths of its world are from the repository's root. */
async function openWorld(workspace, { exec, files }, resolveBase) {
    const reading = await readTree(exec, workspace);
    if ('doubt' in reading)
        return reading;
    const { tree } = reading;
    const up = '../'.repeat(tree.prefix.split('/').length - 1);
    const at = (path) => `${workspace}/${up}${path}`;
    return {
        world: { tree, resolveBase, readText: (path) => files.readText(at(path)), exists: (path) => files.exists(at(path)) },
    };
}


/***/ }),

/***/ 10403:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ parseConfig)
/* harmony export */ });
/* harmony import */ var _slipway_failure__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92393);
/* harmony import */ var ajv__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65627);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63011);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47604);




const decode = (step) => step.replaceAll('~1', '/').replaceAll('~0', '~');
const pathOf = (pointer) => pointer.split('/').slice(1).map(decode);
function shown(path) {
    return path.length === 0 ? 'The file' : `"${path.join('.')}"`;
}
function unknownKey(source, path, key, known) {
    const guess = (0,_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .p)(key, known);
    return {
        code: 'CONFIG_UNKNOWN_KEY',
        message: `Unknown key "${key}"${path.length === 0 ? '' : ` in "${path.join('.')}"`}.`,
        remedy: guess === undefined ? `The keys here are: ${known.join(', ')}.` : `Did you mean "${guess}"?`,
        location: source.locateKey([...path, key]),
    };
}
function knownKeys(error) {
    const properties = error.parentSchema?.properties;
    return Object.keys(properties ?? {});
}
function problemOf(source, error) {
    const path = pathOf(error.instancePath);
    const params = error.params;
    if (error.keyword === 'additionalProperties')
        return unknownKey(source, path, String(params['additionalProperty']), knownKeys(error));
    const location = source.locate(path);
    if (error.keyword === 'required') {
        const key = String(params['missingProperty']);
        return { code: 'CONFIG_MISSING_KEY', message: `${shown(path)} lacks the key "${key}".`, remedy: `Add "${key}".`, location };
    }
    const allowed = params['allowedValues'];
    const detail = allowed === undefined ? error.message : `must be one of ${allowed.map((value) => JSON.stringify(value)).join(', ')}`;
    return { code: 'CONFIG_INVALID', message: `${shown(path)} ${detail ?? 'is not valid'}.`, location };
}
/** Of a schema that offers alternatives, the errors of the alternatives themselves say more than "must match one". */
function worthSaying(errors) {
    const specific = errors.filter(({ keyword }) => !['oneOf', 'anyOf', 'if'].includes(keyword));
    return specific.length > 0 ? specific : errors;
}
/**
 * Parses a configuration file in YAML or JSON and checks it against a schema.
 *
 * @throws Failure with every problem: YAML_SYNTAX, CONFIG_UNKNOWN_KEY, CONFIG_MISSING_KEY or CONFIG_INVALID, each with
 * file, line and column.
 */
function parseConfig(file, text, { schema }) {
    const source = (0,_source_js__WEBPACK_IMPORTED_MODULE_1__/* .parseSource */ .P)(file, text);
    const validate = new ajv__WEBPACK_IMPORTED_MODULE_2__.Ajv({ allErrors: true, verbose: true, strict: true, allowUnionTypes: true }).compile(schema);
    if (validate(source.value))
        return { value: source.value, source };
    const problems = worthSaying(validate.errors ?? []).map((error) => problemOf(source, error));
    const unique = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
    throw new _slipway_failure__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .H([...unique.values()]);
}


/***/ }),

/***/ 29880:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ jsonSource)
});

// EXTERNAL MODULE: ../failure/lib/failure.js
var failure = __webpack_require__(92393);
;// CONCATENATED MODULE: ../config/lib/json.js
const QUOTE = 34;
const BACKSLASH = 92;
function endOfString(text, start) {
    let at = start + 1;
    for (let code = text.charCodeAt(at); code !== QUOTE && at < text.length; code = text.charCodeAt(at)) {
        at += code === BACKSLASH ? 2 : 1;
    }
    return at + 1;
}
/** The text of a JSON string; most hold nothing that stands for something else. */
function textAt(text, start, end) {
    const inner = text.slice(start + 1, end - 1);
    return inner.includes('\\') ? JSON.parse(text.slice(start, end)) : inner;
}
const SCALAR_END = /[,\]}\s]/g;
function endOfScalar(text, start) {
    SCALAR_END.lastIndex = start;
    return SCALAR_END.exec(text)?.index ?? text.length;
}
function nodeAt(text, start) {
    if (text[start] === '{')
        return { start, members: new Map() };
    return text[start] === '[' ? { start, items: [] } : { start };
}
/**
 * Finds the place of every value in a text that `JSON.parse` has accepted; a loop and no recursion, however deep it is.
 *
 * A general reader that keeps places takes fifty times as long, which decides how many contracts a run can compare.
 */
function findPlaces(text, depthMax) {
    const open = [];
    const duplicates = [];
    let root = { start: 0 };
    let pending;
    let tooDeep;
    const put = (node) => {
        const parent = open.at(-1);
        if (parent === undefined)
            root = node;
        else if (parent.items !== undefined)
            parent.items.push(node);
        else if (pending !== undefined) {
            if (parent.members?.has(pending.key))
                duplicates.push(pending);
            parent.members?.set(pending.key, { key: pending.offset, node });
            pending = undefined;
        }
    };
    for (let at = 0; at < text.length;) {
        const character = text[at] ?? '';
        if (character <= ' ' || character === ',' || character === ':')
            at += 1;
        else if (character === '}' || character === ']') {
            open.pop();
            at += 1;
        }
        else if (character === '"' && open.at(-1)?.members !== undefined && pending === undefined) {
            const end = endOfString(text, at);
            pending = { key: textAt(text, at, end), offset: at };
            at = end;
        }
        else {
            const node = nodeAt(text, at);
            put(node);
            const container = node.members !== undefined || node.items !== undefined;
            if (container)
                open.push(node);
            if (open.length > depthMax)
                tooDeep ??= at;
            at = container ? at + 1 : character === '"' ? endOfString(text, at) : endOfScalar(text, at);
        }
    }
    return { root, duplicates, ...(tooDeep !== undefined && { tooDeep }) };
}
/** The offset of the value at a path, or of the key that the last step names; of the nearest ancestor when there is none. */
function offsetIn(root, path, ofKey) {
    let node = root;
    for (const [index, step] of path.entries()) {
        const member = node.members?.get(String(step));
        const next = member?.node ?? node.items?.[Number(step)];
        if (next === undefined)
            return node.start;
        if (ofKey && index === path.length - 1)
            return member?.key ?? next.start;
        node = next;
    }
    return node.start;
}

// EXTERNAL MODULE: ../config/lib/limits.js
var limits = __webpack_require__(22729);
// EXTERNAL MODULE: ../config/lib/lines.js
var lines = __webpack_require__(89810);
;// CONCATENATED MODULE: ../config/lib/json-source.js




/** A JSON text, with its value, as a document; throws a Failure for what is too deep, too large, or has a key twice. */
function jsonSource(file, text, value) {
    (0,limits/* checkSize */.C1)(file, text, 'JSON');
    const locationAt = (0,lines/* linesOf */.D)(file, text);
    const places = findPlaces(text, limits/* DEPTH_MAX */.tZ);
    if (places.tooDeep !== undefined)
        throw (0,limits/* tooDeep */.DI)(locationAt(places.tooDeep));
    const problems = places.duplicates.map(({ key, offset }) => {
        const message = `The key ${JSON.stringify(key)} stands twice in its object, so one of its values would be lost.`;
        return { code: 'YAML_SYNTAX', message, location: locationAt(offset) };
    });
    if (problems.length > 0)
        throw new failure/* Failure */.H(problems);
    return {
        file,
        value,
        locate: (path) => locationAt(offsetIn(places.root, path, false)),
        locateKey: (path) => locationAt(offsetIn(places.root, path, true)),
    };
}


/***/ }),

/***/ 22729:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C1: () => (/* binding */ checkSize),
/* harmony export */   DI: () => (/* binding */ tooDeep),
/* harmony export */   tZ: () => (/* binding */ DEPTH_MAX)
/* harmony export */ });
/* harmony import */ var _slipway_failure__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92393);

/** Deeper than anything that people write, and well within what a stack can hold. */
const DEPTH_MAX = 500;
/** The YAML reader takes some two seconds for a mebibyte and JSON a hundredth of that. */
const SIZE_MAX = { YAML: 8, JSON: 64 };
/** A Failure SOURCE_TOO_DEEP at a place. */
const tooDeep = (location) => new _slipway_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({ code: 'SOURCE_TOO_DEEP', message: `This is nested deeper than ${DEPTH_MAX} levels.`, location });
/** Throws a Failure SOURCE_TOO_LARGE for what could not be read in bounded time. */
function checkSize(file, text, form) {
    const mebibytes = text.length / 2 ** 20;
    if (mebibytes <= SIZE_MAX[form])
        return;
    const message = `The file has ${mebibytes.toFixed(1)} MiB; ${form} is read up to ${SIZE_MAX[form]} MiB.`;
    throw new _slipway_failure__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H({ code: 'SOURCE_TOO_LARGE', message, remedy: 'Split it into several files.', location: { file } });
}


/***/ }),

/***/ 89810:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ linesOf)
/* harmony export */ });
function startsOf(text) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
        starts.push(at + 1);
    return starts;
}
/** Tells the line and column of an offset in a file's text; both count from 1, and a line ends with its line feed. */
function linesOf(file, text) {
    let starts;
    return (offset) => {
        starts ??= startsOf(text);
        let [low, high] = [0, starts.length - 1];
        while (low < high) {
            const middle = Math.ceil((low + high) / 2);
            if ((starts[middle] ?? 0) <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        return { file, line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
    };
}


/***/ }),

/***/ 63011:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
function distance(a, b) {
    let row = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (const [i, letter] of [...a].entries()) {
        const next = [i + 1];
        for (const [j, other] of [...b].entries()) {
            next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)));
        }
        row = next;
    }
    return row[b.length] ?? 0;
}
/** The known word that a misspelt one most likely means: at most two letters off, and at most half of it. */
function nearest(word, known) {
    const [best] = known
        .map((each) => ({ each, off: distance(word.toLowerCase(), each.toLowerCase()) }))
        .sort((a, b) => a.off - b.off);
    return best !== undefined && best.off <= 2 && best.off <= best.each.length / 2 ? best.each : undefined;
}


/***/ }),

/***/ 47604:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ parseSource)
/* harmony export */ });
/* harmony import */ var _slipway_failure__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92393);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33483);
/* harmony import */ var _json_source_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29880);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22729);
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(89810);





function pairAt(parent, key) {
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(parent))
        return undefined;
    return parent.items.find((item) => String((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(item.key) ? item.key.toJSON() : item.key) === String(key));
}
function startOf(node) {
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(node) ? (node.range?.[0] ?? undefined) : undefined;
}
function child(node, step) {
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node))
        return pairAt(node, step)?.value;
    const items = node?.items;
    const item = items?.[Number(step)];
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isPair */ .tO)(item) ? item.value : item;
}
function offsetOf(root, path, ofKey) {
    let node = root;
    let offset = startOf(root) ?? 0;
    for (const [index, step] of path.entries()) {
        const key = pairAt(node, step)?.key;
        const next = child(node, step);
        const at = (ofKey && index === path.length - 1) || startOf(next) === undefined ? startOf(key) : startOf(next);
        if (at === undefined)
            return offset;
        [node, offset] = [next, at];
    }
    return offset;
}
/** JSON that the JSON reader accepts; undefined when it does not, for YAML may still be. */
function readJson(text) {
    if (!/^\s*[[{]/.test(text))
        return undefined;
    try {
        return { value: JSON.parse(text) };
    }
    catch {
        return undefined;
    }
}
function checkDepth(value, file, levels = _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .DEPTH_MAX */ .tZ) {
    if (typeof value !== 'object' || value === null)
        return;
    if (levels === 0)
        throw (0,_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .tooDeep */ .DI)({ file });
    for (const each of Object.values(value))
        checkDepth(each, file, levels - 1);
}
/** The reader calls itself for every level, and refuses aliases that stand for more than can be written out. */
function yamlValue(file, read) {
    try {
        return read();
    }
    catch (error) {
        if (error instanceof RangeError)
            throw (0,_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .tooDeep */ .DI)({ file });
        if (!(error instanceof ReferenceError))
            throw error;
        const message = 'The aliases of this file stand for more than 1000 values.';
        throw new _slipway_failure__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H({ code: 'YAML_ALIASES', message, remedy: 'Write them out, or use fewer.', location: { file } });
    }
}
function yamlSource(file, text) {
    (0,_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .checkSize */ .C1)(file, text, 'YAML');
    const locationAt = (0,_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .linesOf */ .D)(file, text);
    const document = yamlValue(file, () => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, { prettyErrors: false, uniqueKeys: true }));
    const overflow = document.errors.find(({ message }) => message.includes('call stack'));
    if (overflow !== undefined)
        throw (0,_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .tooDeep */ .DI)(locationAt(overflow.pos[0]));
    const problems = [...document.errors, ...document.warnings].map((error) => ({
        code: 'YAML_SYNTAX',
        message: `This is not valid YAML: ${error.message.split('\n')[0]}.`,
        location: locationAt(error.pos[0]),
    }));
    if (problems.length > 0)
        throw new _slipway_failure__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H(problems);
    const value = yamlValue(file, () => document.toJS({ maxAliasCount: 1000 }));
    checkDepth(value, file);
    return {
        file,
        value,
        locate: (path) => locationAt(offsetOf(document.contents, path, false)),
        locateKey: (path) => locationAt(offsetOf(document.contents, path, true)),
    };
}
/**
 * Parses a YAML (or JSON) text that must hold exactly one document without errors or duplicate keys.
 *
 * @throws Failure YAML_SYNTAX with every syntax error, each with line and column; SOURCE_TOO_DEEP, SOURCE_TOO_LARGE and
 * YAML_ALIASES for what could not be read in bounded time.
 */
function parseSource(file, given) {
    const text = given.replace(/^\uFEFF/, '');
    const nul = text.indexOf('\0');
    if (nul >= 0) {
        const message = 'There is a NUL character in this file, which is no text then.';
        throw new _slipway_failure__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H({ code: 'YAML_SYNTAX', message, location: (0,_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .linesOf */ .D)(file, text)(nul) });
    }
    const json = readJson(text);
    return json === undefined ? yamlSource(file, text) : (0,_json_source_js__WEBPACK_IMPORTED_MODULE_4__/* .jsonSource */ .u)(file, text, json.value);
}


/***/ }),

/***/ 50681:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ parseImageName)
/* harmony export */ });
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18821);

/**
 * Parses an image's name as engines take it: without a registry it is of Docker Hub, without a tag it is `latest`.
 *
 * @throws Failure with everything that is wrong.
 */
function parseImageName(name) {
    const [first = '', ...rest] = name.split('/');
    const hosted = rest.length > 0 && (first === 'localhost' || /[.:]/.test(first));
    const hub = rest.length === 0 ? `docker.io/library/${name}` : `docker.io/${name}`;
    const reference = (0,_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReference */ .F2)(hosted ? name : hub);
    return reference.tag === undefined && reference.digest === undefined ? { ...reference, tag: 'latest' } : reference;
}


/***/ }),

/***/ 60941:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FL: () => (/* binding */ parsePlatform),
/* harmony export */   J4: () => (/* binding */ platformProblem),
/* harmony export */   qn: () => (/* binding */ renderPlatform)
/* harmony export */ });
const SYSTEMS = ['linux', 'windows', 'freebsd', 'wasip1'];
const VARIANTS = {
    amd64: ['v1', 'v2', 'v3', 'v4'],
    arm64: ['v8', 'v9'],
    arm: ['v5', 'v6', 'v7', 'v8'],
    '386': [],
    ppc64le: [],
    s390x: [],
    riscv64: [],
    mips64le: [],
    loong64: [],
    wasm: [],
};
/** What is wrong with a text as `os/architecture[/variant]`; nothing when it is right. */
function platformProblem(text) {
    const [os = '', architecture = '', variant, ...more] = text.split('/');
    const variants = VARIANTS[architecture];
    const known = SYSTEMS.includes(os) && variants !== undefined && more.length === 0;
    if (known && (variant === undefined || variants.includes(variant)))
        return undefined;
    const choices = variant !== undefined && variants !== undefined ? `; variants of ${architecture}: ${variants.join(', ') || 'none'}` : '';
    return {
        code: 'PLATFORM_UNKNOWN',
        message: `"${text}" is not a platform.`,
        remedy: `Write it like linux/amd64 or linux/arm64; systems: ${SYSTEMS.join(', ')}; architectures: ${Object.keys(VARIANTS).join(', ')}${choices}.`,
    };
}
/** Parses a platform that `platformProblem` finds nothing wrong with. */
function parsePlatform(text) {
    const [os = '', architecture = '', variant] = text.split('/');
    return { os, architecture, ...(variant !== undefined && { variant }) };
}
/** The platform as `os/architecture[/variant]`, without the variant that the architecture means anyway. */
function renderPlatform({ os, architecture, variant }) {
    const implied = (architecture === 'arm64' && variant === 'v8') || (architecture === 'amd64' && variant === 'v1');
    return [os, architecture, ...(variant === undefined || implied ? [] : [variant])].join('/');
}


/***/ }),

/***/ 76609:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ concurrently)
/* harmony export */ });
/** Works on the items, at most `limit` at a time; results stand in the order of the items. */
async function concurrently(limit, items, work) {
    const results = [];
    const queue = [...items.entries()];
    const worker = async () => {
        for (let next = queue.shift(); next !== undefined; next = queue.shift())
            results[next[0]] = await work(next[1]);
    };
    await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
    return results;
}


/***/ })

};
