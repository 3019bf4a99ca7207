@NullMarked
package labo.pages;

import org.jspecify.annotations.NullMarked;
