/** What a shell is told once; each then asks `landfall completion --line` for the words. */
export const COMPLETION_SCRIPTS: Readonly<Record<string, string>> = {
  bash: `_landfall() {
  local IFS=$'\\n'
  mapfile -t COMPREPLY < <(compgen -W "$(landfall completion --line -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)" -- "\${COMP_WORDS[COMP_CWORD]}")
}
complete -o default -F _landfall landfall
`,
  zsh: `#compdef landfall
_landfall() {
  local -a words_found
  words_found=("\${(@f)$(landfall completion --line -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  if (( \${#words_found[@]} )) && [[ -n \${words_found[1]} ]]; then compadd -- "\${words_found[@]}"; else _files; fi
}
compdef _landfall landfall
`,
  fish: `function __landfall_words
  set -l words (commandline -opc) (commandline -ct)
  landfall completion --line -- $words[2..] 2>/dev/null
end
complete -c landfall -a '(__landfall_words)'
`,
};
