package labo.catalog;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

/** What can be wrong; each has its French words in the bundle. */
enum Fault {
    FILE_MISSING,
    FILE_EMPTY,
    FILE_TOO_BIG,
    FILE_NOT_UTF8,
    FILE_UNREADABLE,
    FILE_STRAY,
    FOLDER_MISSING,
    FOLDER_UNLISTED,
    YAML_EMPTY,
    YAML_TOO_DEEP,
    YAML_TOO_MANY_ALIASES,
    YAML_DUPLICATE_KEY,
    YAML_SEVERAL_DOCUMENTS,
    YAML_TAB,
    YAML_COLON,
    YAML_QUOTE,
    YAML_INDENTATION,
    YAML_NO_COLON,
    YAML_BRACKET,
    YAML_ALIAS_UNKNOWN,
    YAML_ESCAPE,
    YAML_CHARACTER,
    YAML_CHARACTER_AT_START,
    YAML_SYNTAX,
    KEY_UNKNOWN,
    KEY_UNKNOWN_SUGGESTION,
    KEY_MISSING,
    KEY_ALTERNATIVES_MISSING,
    KEY_ALTERNATIVES_TOO_MANY,
    TYPE_WRONG,
    TEXT_EMPTY,
    NUMBER_RANGE,
    RANGE_EMPTY,
    WORD_UNKNOWN,
    WORD_UNKNOWN_SUGGESTION,
    ID_MALFORMED,
    ID_DUPLICATE,
    NEEDS_UNKNOWN,
    NEEDS_LATER,
    NAME_UNKNOWN,
    NAME_UNKNOWN_SUGGESTION,
    NAME_UNFINISHED,
    NAME_MALFORMED,
    NAME_TAKEN,
    HINTS_NOT_THREE,
    REMEMBER_TOO_LONG,
    REGEX_BAD,
    HEX_BAD,
    FILE_NAME_BAD,
    PORT_BAD,
    ENDPOINT_UNKNOWN,
    ENDPOINT_TWICE,
    ENDPOINT_ROLE,
    REPLY_TO_NOBODY,
    LIST_EMPTY,
    CHOICES_TOO_FEW,
    CHOICES_NONE_RIGHT,
    LESSON_HOLLOW,
    DETAIL_UNKNOWN,
    MISCONCEPTION_UNKNOWN,
    TYPO_NO_BREAK_BEFORE,
    TYPO_NO_BREAK_AFTER,
    TYPO_STRAIGHT_QUOTES,
    TYPO_ELLIPSIS,
    TYPO_CAPITAL,
    TYPO_DOUBLE_SPACE,
    MARKDOWN_FENCE_OPEN,
    MARKDOWN_LINK_UNKNOWN,
    MARKDOWN_LINK_EMPTY,
    SOLUTION_EXERCISE_UNKNOWN,
    SOLUTION_HEADER_MISSING,
    SOLUTION_HEADER_UNKNOWN,
    SOLUTION_HEADER_TWICE,
    SOLUTION_HEADER_FIELD_MISSING,
    SOLUTION_HEADER_FIELD_MISPLACED,
    SOLUTION_KIND_WRONG,
    SOLUTION_CHECK_UNKNOWN,
    SOLUTION_SANDBOX_WRONG,
    SOLUTION_TOO_FEW,
    SOLUTION_MAIN_MISSING;

    private static final String BUNDLE = "labo.catalog.messages";

    /** The bundle's key. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The French message, with {@code arguments} put in as they are. */
    String say(Object... arguments) {
        // A pattern formats numbers with thin spaces and dots; a port or a line is to be shown as it is typed.
        Object[] texts = Arrays.stream(arguments).map(String::valueOf).toArray();
        String pattern = ResourceBundle.getBundle(BUNDLE, Locale.ROOT).getString(key());
        return new MessageFormat(pattern, Locale.ROOT).format(texts);
    }
}
