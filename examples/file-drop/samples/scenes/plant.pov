// SPDX-License-Identifier: Apache-2.0
// A snake plant in a terracotta pot on a pale table.
#include "studio.inc"

#declare Dice = seed(2026);

#declare Leaf_Green = texture {
  pigment {
    gradient y
    turbulence <0.3, 0.35, 0.3>
    octaves 4
    lambda 2.4
    scale 0.11
    color_map {
      [0.0 color srgb <0.10, 0.22, 0.11>]
      [0.4 color srgb <0.15, 0.30, 0.14>]
      [0.6 color srgb <0.34, 0.47, 0.27>]
      [1.0 color srgb <0.12, 0.25, 0.12>]
    }
  }
  finish { diffuse 0.72 specular 0.25 roughness 0.03 reflection { 0.0, 0.4 fresnel on } conserve_energy }
}
#declare Leaf_Margin = texture {
  pigment { color srgb <0.78, 0.74, 0.36> }
  finish { diffuse 0.72 specular 0.2 roughness 0.03 }
}
// A blade along y that leans over towards +z; folded along its middle, pointed at the top.
#macro Blade(Length, Width, Lean, Twist)
  #local Rows = 26;
  #local Columns = 12;
  mesh {
    #local Row = 0;
    #while (Row < Rows)
      #local Column = 0;
      #while (Column < Columns)
        #local A = Blade_Point(Row / Rows, Column / Columns, Length, Width, Lean, Twist);
        #local B = Blade_Point((Row + 1) / Rows, Column / Columns, Length, Width, Lean, Twist);
        #local C = Blade_Point((Row + 1) / Rows, (Column + 1) / Columns, Length, Width, Lean, Twist);
        #local D = Blade_Point(Row / Rows, (Column + 1) / Columns, Length, Width, Lean, Twist);
        #local Edge = (Column = 0 | Column = Columns - 1);
        triangle { A, B, C #if (Edge) texture { Leaf_Margin } #else texture { Leaf_Green } #end }
        triangle { A, C, D #if (Edge) texture { Leaf_Margin } #else texture { Leaf_Green } #end }
        #local Column = Column + 1;
      #end
      #local Row = Row + 1;
    #end
  }
#end
#macro Blade_Point(Along, Across, Length, Width, Lean, Twist)
  #local Side = 2 * Across - 1;
  #local Half = Width / 2 * pow(sin(pi * (0.22 + 0.78 * Along) * 0.999), 0.55);
  #local Fold = 0.45 * Half * Side * Side;
  (vrotate(<Half * Side, 0, -Fold>, y * Twist * Along) + <0, Along * Length * (1 - 0.15 * Lean * Along), Lean * Along * Along * Length * 0.6>)
#end

#declare Terracotta = texture {
  pigment {
    bozo
    turbulence 0.4
    scale <0.25, 0.10, 0.25>
    color_map { [0 color srgb <0.76, 0.43, 0.29>] [0.6 color srgb <0.71, 0.39, 0.26>] [1 color srgb <0.78, 0.50, 0.38>] }
  }
  normal { granite 0.06 scale 0.08 }
  finish { diffuse 0.78 specular 0.04 roughness 0.1 }
}
#declare Soil = texture {
  pigment { granite scale 0.1 color_map { [0 color srgb <0.10, 0.07, 0.05>] [1 color srgb <0.28, 0.20, 0.14>] } }
  normal { granite 0.9 scale 0.06 }
}

#declare Pot = union {
  difference {
    union {
      cone { y * 0.05, 0.295, y * 0.56, 0.40 }
      object { Round_Cylinder_Union(y * 0.52, y * 0.70, 0.435, 0.022) }
    }
    cylinder { y * 0.64, y * 1, 0.385 }
    texture { Terracotta }
  }
  cylinder { y * 0.60, y * 0.645, 0.39 texture { Soil } }
  difference {
    object { Round_Cylinder_Union(0, y * 0.085, 0.42, 0.025) }
    cylinder { y * 0.045, y * 1, 0.385 }
    texture { Terracotta }
  }
}

#declare Product = union {
  object { Pot }
  #local I = 0;
  #while (I < 15)
    #local Length = 0.75 + 0.6 * rand(Dice);
    #local Out = 0.05 + 0.20 * rand(Dice);
    object {
      Blade(Length, 0.13 + 0.05 * rand(Dice), 0.10 + 1.2 * Out + 0.15 * rand(Dice), 120 * rand(Dice) - 60)
      interior { ior 1.4 }
      rotate y * (40 * rand(Dice) - 20)
      translate <0, 0.60, Out>
      rotate y * (I * 137.5)
    }
    #local I = I + 1;
  #end
}

Studio_Camera(<0.4, 2.1, -7>, <0, 0.90, 0>, 14.5)
Studio_Lights(0.8, 0.3, 0.65)
Backdrop_Table(
  texture {
    pigment { wood turbulence 0.04 scale <0.12, 0.12, 3> rotate <2, 88, 0> translate <0, 0.31, 0.5>
      color_map { [0 color srgb <0.86, 0.77, 0.64>] [0.9 color srgb <0.78, 0.67, 0.52>] [1 color srgb <0.86, 0.77, 0.64>] } }
    finish { diffuse 0.74 specular 0.05 roughness 0.1 }
  },
  texture {
    pigment { bozo scale <3, 5, 3> color_map { [0 color srgb <0.84, 0.83, 0.80>] [1 color srgb <0.90, 0.89, 0.87>] } }
    finish { diffuse 0.75 }
  }, 3.2, 3.3)
object { Product }
